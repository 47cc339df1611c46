using System.Buffers;
using BenchmarkDotNet.Attributes;
using Isnad.Morphology;
using Isnad.Packs;
using Isnad.Text;
using Isnad.Values;
using Isnad.Writing;

namespace Isnad.Bench;

/// <summary>The stages one by one, and the whole, on the samples.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private string _text = "";
    private string _file = "";
    private CompiledPacks _packs = null!;
    private LanguagePack _pack = null!;
    private FoldedText _folded = null!;
    private List<Token> _tokens = [];
    private List<Sentence> _sentences = [];
    private List<Analysis>[] _analyses = [];
    private Report[] _reports = [];
    private Reader _reader = null!;

    /// <summary>Compiles the packs and reads the samples.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _packs = CompiledPacks.Compile(Growth.Folder("packs"), []);
        _file = Path.Combine(Path.GetTempPath(), $"isnad-bench-{Guid.NewGuid():N}.isnad");
        using (var to = File.Create(_file)) _packs.Save(to);
        _pack = _packs.Language(null);
        _reports = [.. Directory.EnumerateFiles(Growth.Folder("samples"), "*.txt").Order(StringComparer.Ordinal).Select(f => new Report { Text = File.ReadAllText(f), Published = "2020-03-05" })];
        _text = string.Concat(_reports.Select(r => r.Text));
        _folded = new FoldedText(_text, _pack.Fold);
        _tokens = Cutter.Tokens(_folded);
        _sentences = Cutter.Sentences(_folded, _tokens);
        _analyses = new Tagger(_pack.Lexicon, _pack.Context, _pack.Meanings.Knows).Tag(_folded, _tokens);
        _reader = new Reader(_packs);
    }

    /// <summary>Removes the file of the packs.</summary>
    [GlobalCleanup]
    public void Cleanup() => File.Delete(_file);

    /// <summary>Folding with origins.</summary>
    [Benchmark]
    public int Fold() => new FoldedText(_text, _pack.Fold).Length;

    /// <summary>Tokens and sentences.</summary>
    [Benchmark]
    public int Cut() => Cutter.Sentences(_folded, Cutter.Tokens(_folded)).Count;

    /// <summary>The trie of names from every word.</summary>
    [Benchmark]
    public int Trie()
    {
        var found = 0;
        foreach (var token in _tokens)
            if (_pack.World.Names.Find(_folded.Chars[token.Start..token.End]) >= 0) found++;
        return found;
    }

    /// <summary>Every word analysed, with nothing remembered.</summary>
    [Benchmark]
    public int Analyser()
    {
        var analyser = new Analyser(_pack.Lexicon);
        var found = new List<Analysis>();
        var count = 0;
        foreach (var token in _tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            found.Clear();
            analyser.Analyse(_folded, token, found);
            count += found.Count;
        }
        return count;
    }

    /// <summary>Numbers and times.</summary>
    [Benchmark]
    public int Chart()
    {
        var reader = new ValueReader(_pack);
        var values = new List<FoundValue>();
        foreach (var sentence in _sentences) reader.Read(_folded, _tokens, sentence, _analyses, new ValueContext(new DateOnly(2020, 3, 5)), values);
        return values.Count;
    }

    /// <summary>From text to JSON.</summary>
    [Benchmark]
    public long Whole()
    {
        long bytes = 0;
        foreach (var report in _reports)
        {
            _output.ResetWrittenCount();
            ReadingWriter.Write(_reader.Read(report), _output);
            bytes += _output.WrittenCount;
        }
        return bytes;
    }

    /// <summary>Loading compiled packs.</summary>
    [Benchmark]
    public string Start() => CompiledPacks.Load(_file).Hash;
}
