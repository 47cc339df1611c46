namespace Isnad.Speech;

/// <summary>A stretch of tokens in which somebody speaks.</summary>
internal readonly record struct Scope(int From, int To, Voice Voice);

/// <summary>The stretches of a report that somebody speaks, by sentence.</summary>
internal sealed class ScopeTable
{
    private readonly List<Scope> _all = [];
    private int _first;

    /// <summary>The scopes of the sentence being read.</summary>
    public IEnumerable<Scope> OfSentence => _all.Skip(_first);

    /// <summary>Every scope of the report.</summary>
    public IReadOnlyList<Scope> All => _all;

    /// <summary>Forgets the last report.</summary>
    public void Clear()
    {
        _all.Clear();
        _first = 0;
    }

    /// <summary>Begins a sentence: the scopes before it end.</summary>
    public void Begin() => _first = _all.Count;

    /// <summary>Adds a scope of the sentence.</summary>
    public void Add(int from, int to, Voice voice)
    {
        if (to > from) _all.Add(new Scope(from, to, voice));
    }

    /// <summary>Changes the voice of the scopes of the sentence within a stretch.</summary>
    public void Change(int from, int to, Func<Voice, Voice> change)
    {
        for (var k = _first; k < _all.Count; k++)
            if (_all[k].From >= from && _all[k].From < to) _all[k] = _all[k] with { Voice = change(_all[k].Voice) };
    }

    /// <summary>The end of the last scope of the sentence that ends at or before a token, or <paramref name="start"/>.</summary>
    public int EndBefore(int token, int start)
    {
        var end = start;
        for (var k = _first; k < _all.Count; k++)
            if (_all[k].To > end && _all[k].To <= token) end = _all[k].To;
        return end;
    }

    /// <summary>Who speaks at a token of the sentence: the scope that began last, of those that began together the one added last.</summary>
    public Voice At(int token)
    {
        var (voice, from) = (Voice.Outlet, -1);
        for (var k = _first; k < _all.Count; k++)
        {
            var scope = _all[k];
            if (token >= scope.From && token < scope.To && scope.From >= from) (voice, from) = (scope.Voice, scope.From);
        }
        return voice;
    }
}
