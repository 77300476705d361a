const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns for what harms people without anybody attacking them; a compound counts by its end (`Flugzeugabsturz`). */
export const disasters = words(
  `Absturz Beben Brand Brandkatastrophe Chemieunfall Dürre Epidemie Erdbeben Erdrutsch Feuersbrunst Flut Grubenunglück Hitzewelle
  Hochwasser Hungersnot Hurrikan Lawine Massenpanik Monsun Naturkatastrophe Orkan Schlammlawine Seuche Sturmflut Taifun Tornado Tsunami
  Überschwemmung Unfall Unglück Unwetter Vulkanausbruch Waldbrand Wirbelsturm Zugunglück Zyklon`,
)

/** Verbs and nouns that tell only what became of people or things, whoever or whatever did it. */
export const outcomes = words(
  `töten verletzen sterben umkommen kommen zerstören beschädigen explodieren Explosion Detonation Zerstörung Tod`,
)
