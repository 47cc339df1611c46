using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Isnad.Tool.Commands;

/// <summary>Help as usual, followed by examples of the command.</summary>
internal sealed class Examples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var written = new StringWriter();
        parseResult.InvocationConfiguration.Output = written;
        var code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        // The command is called isnad; its assembly cannot be, next to Isnad.dll.
        output.Write(written.ToString().Replace(typeof(Examples).Assembly.GetName().Name!, "isnad", StringComparison.Ordinal));
        if (Of(parseResult.CommandResult.Command) is { } examples) output.WriteLine($"Examples:\n{examples}");
        return code;
    }

    private static string? Of(Command command) => command.Name switch
    {
        "read" => """
              isnad read report.txt                                 one report, for people
              isnad read samples/ --format html --out samples.html  a page to show to others
              isnad read archive.ndjson --jobs 8 > readings.ndjson  many reports, one line each
              curl -s URL | isnad read --published 2020-02-07 --outlet "The Paper" --format json
              isnad read old.txt --encoding windows-1256

            Exit codes: 0 all read; 1 some inputs failed (each is named on standard error), the rest is read;
            2 nothing could start.

            """,
        "explain" => """
              isnad explain "a phrase in the language of the report"
              isnad explain report.txt --clauses --published 2020-02-07

            """,
        "schema" => """
              isnad schema > reading.schema.json

            """,
        "bench" => """
              isnad bench reports.ndjson
              isnad bench samples/ --rounds 20

            """,
        "ingest" => """
              isnad ingest samples/                                 into ./isnad-data
              isnad ingest archive.ndjson --data conflict -v        a line for each report that is safe
              isnad read a.ndjson > r.ndjson; isnad ingest --readings r.ndjson

            """,
        "events" => """
              isnad events --place SYR --from 2021-03-01 --to 2021-03-31 --type ASSAULT
              isnad events --near 35.9,36.8,20 --witnesses 2 --format csv
              isnad events E12                                      one in full, with its reasons
              isnad events join E12 E15 --by Amal --note "one strike"

            """,
        "situation" => """
              isnad situation --at 2021-03-12
              isnad situation --at 2021-03-12 --known-by 2021-03-10 --place SYR

            """,
        "export" => """
              isnad export --format acled --public --out events.csv
              isnad export --format geojson --from 2021-03-01 --release march
              isnad export --format geojson --since-release march

            """,
        "packs" or "lint" => """
              isnad packs lint
              isnad packs lint --packs my-packs/

            """,
        "corpus" => """
              isnad packs corpus packs/*/corpora/numbers.txt

            """,
        _ when command is RootCommand => """
              isnad read samples/01*.txt                    who claims what, for people
              isnad read samples/ --format html -o all.html a page to show to others
              isnad read archive.ndjson > readings.ndjson   many reports, one line each
              isnad explain report.txt                      why it was read so

            """,
        _ => null,
    };
}
