using System.Text.Json;

namespace Isnad.Server.Jobs;

/// <summary>How far a job is.</summary>
internal enum JobState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>Work that runs for long: its progress can be watched, and it can be stopped.</summary>
internal sealed class Job(long id, string kind, string person, long? total)
{
    private const int KeptErrors = 100;

    private readonly Lock _one = new();
    private readonly List<string> _errors = [];
    private readonly CancellationTokenSource _stop = new();
    private JobState _state = JobState.Waiting;
    private long _done, _failed;
    private string? _message;
    private DateTimeOffset? _started, _ended;

    /// <summary>Its number.</summary>
    public long Id => id;

    /// <summary>Who began it.</summary>
    public string Person => person;

    /// <summary>Set when it is to stop.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Whether nothing more becomes of it.</summary>
    public bool IsOver
    {
        get
        {
            lock (_one) return _state is JobState.Done or JobState.Failed or JobState.Cancelled;
        }
    }

    /// <summary>It begins.</summary>
    public void Begin()
    {
        lock (_one) (_state, _started) = (JobState.Running, DateTimeOffset.UtcNow);
    }

    /// <summary>So much is done.</summary>
    public void Report(long done)
    {
        lock (_one) _done = done;
    }

    /// <summary>A part of it failed; the rest goes on.</summary>
    public void Fail(string error)
    {
        lock (_one)
        {
            _failed++;
            if (_errors.Count < KeptErrors) _errors.Add(error);
        }
    }

    /// <summary>It is over.</summary>
    public void End(JobState state, string message)
    {
        lock (_one) (_state, _message, _ended) = (state, message, DateTimeOffset.UtcNow);
    }

    /// <summary>Asks it to stop; what was taken in stays.</summary>
    public void Cancel() => _stop.Cancel();

    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        lock (_one)
        {
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("kind", kind);
            json.WriteString("person", person);
            json.WriteString("state", _state switch { JobState.Waiting => "waiting", JobState.Running => "running", JobState.Done => "done", JobState.Failed => "failed", _ => "cancelled" });
            json.WriteNumber("done", _done);
            if (total is { } all) json.WriteNumber("total", all);
            else json.WriteNull("total");
            json.WriteNumber("failed", _failed);
            Moment(json, "started", _started);
            Moment(json, "ended", _ended);
            json.WriteString("message", _message);
            json.WriteStartArray("errors");
            foreach (var error in _errors) json.WriteStringValue(error);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at) json.WriteString(name, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }
}
