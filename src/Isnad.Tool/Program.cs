using Isnad.Packs;

var root = args[1];
var faults = new List<PackFault>();
var watch = System.Diagnostics.Stopwatch.StartNew();
var pack = LanguagePack.Compile(PackFolder.ReadAll(root).First(p => p.Name == "ar"), faults);
Console.Error.WriteLine($"compiled in {watch.ElapsedMilliseconds} ms; {faults.Count} faults");
foreach (var f in faults.Take(10)) Console.Error.WriteLine(f);
if (args[0] == "corpus")
{
    foreach (var file in args.Skip(2))
    {
        int right = 0, all = 0;
        foreach (var c in ValueCorpus.Parse(file, File.ReadAllText(file)))
        {
            all++;
            var times = c.File.Contains("times");
            var got = ValueCorpus.Read(pack, c, times);
            if (got.SequenceEqual(c.Expected)) { right++; continue; }
            Console.WriteLine($"{c.Line}: {c.Text}\n   expected {string.Join(" ; ", c.Expected)}\n   got      {string.Join(" ; ", got)}");
        }
        Console.WriteLine($"{file}: {right} of {all}");
    }
}
