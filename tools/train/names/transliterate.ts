/** Cyrillic and Greek names as they are commonly written in Latin letters. */
const TABLE =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ' +
  'ъ  ы y ь  э e ю yu я ya і i ї yi є ye ґ g ј j љ lj њ nj ѓ gj ќ kj џ dz ѕ dz ' +
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ' +
  'ά a έ e ή i ί i ό o ύ y ώ o ϊ i ϋ y';
const LETTERS = new Map<string, string>();
const parts = TABLE.split(' ');
for (let i = 0; i + 1 < parts.length; i += 2) LETTERS.set(parts[i]!, parts[i + 1]!);

/** `text` in Latin letters; letters of other scripts stay. Keeps a leading capital. */
export function transliterate(text: string): string {
  return [...text]
    .map((letter) => {
      const small = letter.toLowerCase();
      const latin = LETTERS.get(small);
      if (latin === undefined) return letter;
      return small === letter ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1);
    })
    .join('');
}
