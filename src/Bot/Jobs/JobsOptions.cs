using Microsoft.Extensions.Options;

namespace Bot.Jobs;

/// <summary>Section <c>Jobs</c>.</summary>
internal sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Where Hangfire keeps its jobs: <c>InMemory</c> (default, one process) or <c>SqlServer</c> (any number). A lost job loses nothing.</summary>
    public string Storage { get; set; } = nameof(JobStorageKind.InMemory);

    public JobStorageKind Kind => Enum.Parse<JobStorageKind>(Storage, ignoreCase: true);
}

internal enum JobStorageKind
{
    InMemory,
    SqlServer,
}

internal sealed class JobsOptionsValidator : IValidateOptions<JobsOptions>
{
    public ValidateOptionsResult Validate(string? name, JobsOptions options) =>
        Enum.GetNames<JobStorageKind>().Contains(options.Storage, StringComparer.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Jobs:Storage must be InMemory or SqlServer, but is «{options.Storage}».");
}
