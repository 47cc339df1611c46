namespace Isnad.Claims;

/// <summary>The stages of reading, in the order in which a report passes them.</summary>
internal enum Stage { Fold, Cut, Names, Analyse, Tag, Values, Phrases, Clauses, Events, Attribution, Resolve, Write }
