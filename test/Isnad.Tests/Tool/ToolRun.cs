using System.Diagnostics;
using System.Text;

namespace Isnad.Tests.Tool;

/// <summary>The program, run as a process of its own, and a folder for its inputs.</summary>
internal sealed class ToolRun : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Isnad.Tool.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>An empty folder, removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("isnad-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs <c>isnad</c> with nothing on standard input.</summary>
    public static ToolResult Run(params string[] args) => RunOn([], args);

    /// <summary>Runs <c>isnad</c> with bytes on standard input.</summary>
    public static ToolResult RunOn(byte[] input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Program);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input.
        }
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException($"isnad {string.Join(' ', args)}: not done after {Patience.TotalSeconds} s");
        }
        copied.Wait();
        return new ToolResult(process.ExitCode, output.ToArray(), error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a run gave.</summary>
internal sealed record ToolResult(int Code, byte[] Bytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(Bytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
