using System.Buffers;
using System.Collections.Concurrent;
using Isnad.Intake;
using Isnad.Packs;
using Isnad.Tool.Output;

namespace Isnad.Tool.Commands;

/// <summary>
/// Reads reports and writes their readings in the order of the reports, whatever the number of threads. At most a few reports
/// for each thread are in memory at a time.
/// </summary>
internal sealed class ReadRun(CompiledPacks packs, ReadOptions options, OutputFormat format, int jobs, Stream output, TextWriter errors)
{
    private readonly Queue<Task> _inFlight = new();
    private readonly BlockingCollection<Task> _work = [];
    private readonly List<Thread> _threads = [];
    private byte[]? _first;

    /// <summary>Called after each reading that was written.</summary>
    public Action<long>? Written { get; init; }

    /// <summary>Readings written.</summary>
    public long Count { get; private set; }

    /// <summary>Inputs that failed.</summary>
    public long Failed { get; private set; }

    /// <summary>Reads everything.</summary>
    public void Run(IEnumerable<Arrival> arrivals)
    {
        var reader = jobs == 1 ? new Reader(packs) : null;
        try
        {
            var begun = false;
            foreach (var arrival in arrivals)
            {
                if (!begun && arrival.Report is { } first)
                {
                    begun = true;
                    format.Begin(first);
                }
                var task = new Task(arrival);
                if (reader is not null)
                {
                    task.Do(reader, options, format);
                    Finish(task);
                    continue;
                }
                _inFlight.Enqueue(task);
                Start(task);
                if (_inFlight.Count >= jobs * 4) Finish(_inFlight.Dequeue());
            }
            while (_inFlight.Count > 0) Finish(_inFlight.Dequeue());
            Close();
        }
        finally
        {
            _work.CompleteAdding();
            foreach (var thread in _threads) thread.Join();
        }
    }

    private void Start(Task task)
    {
        _work.Add(task);
        if (_threads.Count >= jobs || task.Arrival.Report is null) return;
        var thread = new Thread(Work, 16 << 20) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
    }

    private void Work()
    {
        var reader = new Reader(packs);
        foreach (var task in _work.GetConsumingEnumerable()) task.Do(reader, options, format);
    }

    private void Finish(Task task)
    {
        if (task.Arrival.Error is not null) Fail(task.Arrival.Error.ToString());
        else
        {
            task.Done.Wait();
            if (task.Fault is { } fault) Fail(fault);
            else Write(task.Output.WrittenSpan);
        }
    }

    private void Fail(string message)
    {
        Failed++;
        errors.WriteLine($"isnad: {message}");
    }

    // What stands before the first reading may depend on whether there is a second: the first one waits.
    private void Write(ReadOnlySpan<byte> reading)
    {
        Count++;
        if (Count == 1)
        {
            _first = reading.ToArray();
            return;
        }
        if (_first is { } first)
        {
            Put(format.Head(several: true));
            output.Write(first);
            _first = null;
        }
        Put(format.Between);
        output.Write(reading);
        Written?.Invoke(Count);
    }

    private void Close()
    {
        if (_first is { } first)
        {
            Put(format.Head(several: false));
            output.Write(first);
        }
        else if (Count == 0) Put(format.Head(several: false));
        Put(format.Tail(Count));
        output.Flush();
    }

    private void Put(string text)
    {
        if (text.Length > 0) output.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private sealed class Task(Arrival arrival)
    {
        public Arrival Arrival => arrival;
        public ArrayBufferWriter<byte> Output { get; } = new();
        public ManualResetEventSlim Done { get; } = new();
        public string? Fault { get; private set; }

        public void Do(Reader reader, ReadOptions options, OutputFormat format)
        {
            if (arrival.Report is not { } report) return;
            try
            {
                format.Write(reader.Read(report, options), Output);
            }
            catch (Exception e)
            {
                Fault = $"report '{report.Id ?? report.Url ?? report.Title}': the program failed on it, a fault of the program's own: {Trace(e)}";
            }
            Done.Set();
        }

        // What to tell its developers, on one line.
        private static string Trace(Exception e)
        {
            var frames = (e.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(3);
            return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} {string.Join(' ', frames)}";
        }
    }
}
