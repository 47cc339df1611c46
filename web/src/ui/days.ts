/** A day from a day, a month or a year (its first day, or its last); an empty text from none; null from anything else. */
export function wholeDay(text: string, last: boolean): string | null {
  const parts = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(text.trim());
  if (!parts) return text.trim() === "" ? "" : null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? (last ? 12 : 1)), parts[3] ? Number(parts[3]) : null];
  const at = new Date(Date.UTC(year, day === null && last ? month : month - 1, day ?? (last ? 0 : 1)));
  return month < 1 || month > 12 || (day !== null && at.getUTCDate() !== day) ? null : at.toISOString().slice(0, 10);
}
