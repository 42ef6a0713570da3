using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Jobs;

/// <summary>Names who holds a lease by their process, so that a program that was killed and started again need not wait for itself.</summary>
internal static class LeaseOwner
{
    private const string PidNamespace = "/proc/self/ns/pid"; // Two containers may have the same name and the same process ids.
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(5); // The system tells the start of a process to others not quite as to itself.
    private static readonly string Here = Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName + (OperatingSystem.IsLinux() ? new FileInfo(PidNamespace).LinkTarget : ""))).AsSpan(0, 6));

    /// <summary>A new name, at most 64 characters.</summary>
    public static string Of(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Here}-{process.Id}-{process.StartTime.ToUniversalTime().Ticks}-{RandomNumberGenerator.GetHexString(16)}");

    /// <summary>Whether it was a process of this machine, and is no more.</summary>
    public static bool IsGone(string owner) => owner.Split('-') is [var place, var id, var start, _] && place == Here
        && int.TryParse(id, CultureInfo.InvariantCulture, out var process) && long.TryParse(start, CultureInfo.InvariantCulture, out var ticks)
        && !IsRunning(process, new DateTime(ticks, DateTimeKind.Utc));

    private static bool IsRunning(int id, DateTime start)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return (process.StartTime.ToUniversalTime() - start).Duration() < Same;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
