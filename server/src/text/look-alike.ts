/** Letters of other scripts that look like a Latin letter; only those that occur by accident from a keyboard layout. */
const latinTwins: ReadonlyMap<string, string> = new Map(
  [
    ["аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw"],
    ["АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"],
    ["αονρικυχ", "aovpikux"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
  ].flatMap(([twins, latin]) => [...twins!].map((twin, i) => [twin, [...latin!][i]!] as const)),
);

/** The name with every look-alike of a Latin letter replaced by that letter; itself where it has none. */
export function lookAlikeSkeleton(name: string): string {
  if (!/[\u0370-\u052F]/.test(name)) return name;
  return [...name].map((letter) => latinTwins.get(letter) ?? letter).join("");
}
