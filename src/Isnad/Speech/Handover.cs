using Isnad.Claims;
using Isnad.Clauses;

namespace Isnad.Speech;

/// <summary>An agency in the dateline: it tells what is told in no other voice, and passes on everyone who is named.</summary>
internal static class Handover
{
    /// <summary>Puts the agencies of a report's datelines behind its claims, from the dateline's line on.</summary>
    public static void Apply(ReportAnalysis report, Func<Phrase, Voice> voiceOf)
    {
        foreach (var dateline in report.Datelines)
        {
            if (dateline.Agencies is not [var agency, ..]) continue;
            var isFoot = dateline != report.Datelines[0] && dateline.Start > report.Tokens.Count / 2 || dateline.End >= report.Tokens.Count - 1;
            var wire = voiceOf(agency);
            var changed = new Dictionary<Voice, Voice>(ReferenceEqualityComparer.Instance);
            foreach (var draft in report.Claims())
                if (isFoot || draft.Line >= dateline.Line && report.Kinds[draft.Sentence] != Readings.SectionKind.Title) draft.Voice = Passed(draft.Voice);
            foreach (var (token, user) in report.LabelUsers.ToList()) report.LabelUsers[token] = Passed(user);
            return;

            Voice Passed(Voice voice)
            {
                if (!changed.TryGetValue(voice, out var passed)) changed[voice] = passed = voice.IsOutlet ? wire : voice.PassedOnBy(wire.Speakers[0]);
                return passed;
            }
        }
    }
}
