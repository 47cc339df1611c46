using System.Diagnostics;
using System.Globalization;
using Isnad.Claims;

namespace Isnad.Tool.Commands;

/// <summary>Adds up the time of each stage of reading.</summary>
internal sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<Stage>().Length];
    private long _since;
    private int _stage = -1;

    /// <summary>Ends the stage that runs and begins another.</summary>
    public void Begin(Stage stage)
    {
        Stop();
        (_stage, _since) = ((int)stage, Stopwatch.GetTimestamp());
    }

    /// <summary>Ends the stage that runs.</summary>
    public void Stop()
    {
        if (_stage >= 0) _ticks[_stage] += Stopwatch.GetTimestamp() - _since;
        _stage = -1;
    }

    /// <summary>Forgets what was added up.</summary>
    public void Reset() => Array.Clear(_ticks);

    /// <summary>Microseconds of each stage for one of <paramref name="sentences"/>, and its share of the whole.</summary>
    public void Print(int sentences, TextWriter to)
    {
        var all = Math.Max(1, _ticks.Sum());
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var ticks = _ticks[(int)stage];
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {stage.ToString().ToLowerInvariant(),-12}{ticks * 1e6 / Stopwatch.Frequency / Math.Max(1, sentences),7:0.0} us a sentence {100.0 * ticks / all,5:0.0} %"));
        }
    }
}
