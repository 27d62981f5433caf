// Pinyin of place names, loaded on demand: the dictionary is 142 kB gzipped and not needed for the first map.

/** One reading of a name: its syllables without tones. Most names have one, some a local one too. */
export type Readings = (name: string) => readonly (readonly string[])[];

/** Words that the region reads otherwise than the dictionary: 解州 is Hàizhōu; 解陌公路 runs from it to 陌南. */
const LOCAL_WORDS: readonly (readonly [word: string, syllables: readonly string[]])[] = [
  ['解州', ['hai', 'zhou']],
  ['解陌', ['hai', 'mo']],
];

/** The name's syllables with its local words put in; null when it has none or is not all characters. */
function localReading(name: string, standard: readonly string[]): readonly string[] | null {
  const local = LOCAL_WORDS.find(([word]) => name.includes(word));
  // Lengths agree only where every character is one UTF-16 unit and one syllable, so indices fit both.
  if (!local || name.length !== standard.length) return null;
  const [word, syllables] = local;
  return standard.toSpliced(name.indexOf(word), syllables.length, ...syllables);
}

/** Loads the dictionary. Rejects when the file cannot be loaded. */
export async function loadReadings(): Promise<Readings> {
  const { pinyin } = await import('pinyin-pro');
  const syllables = (name: string): string[] =>
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
      .filter((part) => part !== '');
  const known = new Map<string, readonly (readonly string[])[]>();
  return (name) => {
    const cached = known.get(name);
    if (cached) return cached;
    const standard = syllables(name);
    const local = localReading(name, standard);
    const readings = local ? [standard, local] : [standard];
    known.set(name, readings);
    return readings;
  };
}
