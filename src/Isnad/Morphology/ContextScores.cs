using System.Runtime.InteropServices;

namespace Isnad.Morphology;

/// <summary>
/// Weighs words by class: analyses for which the same conditions of the rules hold are one class, so that each weight
/// is added up once. Not safe to share between threads.
/// </summary>
internal sealed class ContextScores
{
    private const int MostKeys = 1 << 16;
    private const int Unknown = int.MinValue;

    private readonly ContextRules _rules;
    private readonly Dictionary<(Morph, int, uint), int> _classes = [];
    private readonly Dictionary<string, int> _bySignature = new(StringComparer.Ordinal);
    private readonly List<(Morph Features, int Function, uint Clitics)> _members = [];
    private int[] _priors = [];
    private int[] _after = [];  // before x width + word
    private int _width;

    public ContextScores(ContextRules rules) => _rules = rules;

    /// <summary>The class of an analysis.</summary>
    public int ClassOf(Morph features, int function, uint clitics)
    {
        if (_classes.Count >= MostKeys) _classes.Clear();
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_classes, (features, function, clitics), out var known);
        return known ? id : id = Classify(features, function, clitics);
    }

    /// <summary>How likely words of a class are by themselves.</summary>
    public int Prior(int @class) => _priors[@class];

    /// <summary>How likely words of a class are after those of another.</summary>
    public int After(int before, int word)
    {
        ref var score = ref _after[(before * _width) + word];
        return score != Unknown ? score : score = Sum(_members[before], _members[word]);
    }

    private int Sum((Morph Features, int Function, uint Clitics) before, (Morph Features, int Function, uint Clitics) word)
    {
        var sum = 0;
        foreach (ref readonly var pair in _rules.Pairs.AsSpan())
            if (pair.Word.Holds(word.Features, word.Function, word.Clitics) && pair.Before.Holds(before.Features, before.Function, before.Clitics)) sum += pair.Score;
        return sum;
    }

    private int Classify(Morph features, int function, uint clitics)
    {
        var prior = 0;
        foreach (ref readonly var weight in _rules.Priors.AsSpan())
            if (weight.Word.Holds(features, function, clitics)) prior += weight.Score;
        var signature = new System.Text.StringBuilder().Append(prior).Append(':');
        foreach (ref readonly var pair in _rules.Pairs.AsSpan())
            signature.Append((char)('0' + (pair.Word.Holds(features, function, clitics) ? 1 : 0) + (pair.Before.Holds(features, function, clitics) ? 2 : 0)));
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySignature, signature.ToString(), out var known);
        if (known) return id;
        id = _members.Count;
        _members.Add((features, function, clitics));
        if (id >= _width) Widen();
        _priors[id] = prior;
        return id;
    }

    private void Widen()
    {
        var width = Math.Max(64, _width * 2);
        var wider = new int[width * width];
        Array.Fill(wider, Unknown);
        for (var i = 0; i < _width; i++) _after.AsSpan(i * _width, _width).CopyTo(wider.AsSpan(i * width));
        (_after, _width) = (wider, width);
        Array.Resize(ref _priors, width);
    }
}
