const table = {
  am: ['an', 'dem'],
  ans: ['an', 'das'],
  aufs: ['auf', 'das'],
  beim: ['bei', 'dem'],
  durchs: ['durch', 'das'],
  fürs: ['für', 'das'],
  hinterm: ['hinter', 'dem'],
  hinters: ['hinter', 'das'],
  im: ['in', 'dem'],
  ins: ['in', 'das'],
  überm: ['über', 'dem'],
  übers: ['über', 'das'],
  ums: ['um', 'das'],
  unterm: ['unter', 'dem'],
  unters: ['unter', 'das'],
  vom: ['von', 'dem'],
  vorm: ['vor', 'dem'],
  vors: ['vor', 'das'],
  zum: ['zu', 'dem'],
  zur: ['zu', 'der'],
} as const satisfies Record<string, readonly [string, string]>

export const contractions: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries(table))
