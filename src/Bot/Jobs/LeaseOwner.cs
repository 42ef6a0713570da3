using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Jobs;

/// <summary>Names who holds a lease by their process, so that a program that was killed and started again need not wait for itself.</summary>
internal static class LeaseOwner
{
    private const string Boot = "/proc/sys/kernel/random/boot_id"; // Two machines may have the same name.
    private const string PidNamespace = "/proc/self/ns/pid"; // Two containers may have the same process ids.

    // Where the system does not say so, every process is in a place of its own.
    private static readonly string Here = Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(OperatingSystem.IsLinux() ? File.ReadAllText(Boot) + new FileInfo(PidNamespace).LinkTarget : Guid.NewGuid().ToString())).AsSpan(0, 12));

    /// <summary>A new name for a lease of the process, at most 64 characters.</summary>
    public static string Of(int process) => string.Create(CultureInfo.InvariantCulture, $"{Here}-{process}-{RandomNumberGenerator.GetHexString(16)}");

    /// <summary>Whether it was a process of this machine, and is no more. Another process with its id is taken for it.</summary>
    public static bool IsGone(string owner) =>
        owner.Split('-') is [var place, var id, _] && place == Here && int.TryParse(id, CultureInfo.InvariantCulture, out var process) && !IsRunning(process);

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
