import type { Features } from './features.ts'
import type { PlaceRef } from './types.ts'

/** Places no further apart than this are told as one; those further apart than the other are never. */
const NEAR_KM = 25
const FAR_KM = 100
/** Beyond this a province is another one, whatever lies between its centre and its border. */
const FAR_REGION_KM = 400
/** Two names on no map: a town and its quarter, or two towns. */
const OTHER_PLACE = -4
/** "Near A" and "near B" may well be one village. */
const OTHER_NEARBY = -0.4

const SAME_PLACE = 0.8
const SAME_REGION = 0.4
/** The parties tell it already. */
const SAME_COUNTRY = 0.1

export function weighPlace(a: Features, b: Features): number {
  if (a.place === null || b.place === null) return 0
  const isCountry = a.place.precision === 'country' || b.place.precision === 'country'
  if (a.placeKey === b.placeKey) {
    if (isCountry) return SAME_COUNTRY
    return isWide(a.place) || isWide(b.place) ? SAME_REGION : SAME_PLACE
  }
  const { country: left } = a.place
  const { country: right } = b.place
  const verbal = isUnplaced(a) && isUnplaced(b)
  if (left !== null && right !== null && left !== right) return verbal ? -0.6 : -Infinity
  const apart = kilometres(a.place, b.place)
  if (isWide(a.place) || isWide(b.place)) {
    if (!verbal && !isCountry && apart !== null && apart > FAR_REGION_KM) return OTHER_PLACE
    return left === right ? 0.2 : 0
  }
  if (verbal) return -0.4
  const isNearby = a.place.precision === 'near' || b.place.precision === 'near'
  if (apart === null) return isNearby ? OTHER_NEARBY : OTHER_PLACE
  if (apart > FAR_KM) return -Infinity
  if (apart <= NEAR_KM) return 0.5
  return isNearby ? OTHER_NEARBY : OTHER_PLACE
}

/** Where words are spoken, sanctions signed or money is given tells little; reports name either side's capital. */
function isUnplaced({ verbal, type }: Features): boolean {
  return verbal || type === 'SANCTION' || type === 'AID'
}

function isWide({ precision }: PlaceRef): boolean {
  return precision === 'region' || precision === 'country'
}

/** On a plane that touches the globe halfway, exact enough for neighbours; null where a place is on no map. */
function kilometres(a: PlaceRef, b: PlaceRef): number | null {
  if (a.coordinates === null || b.coordinates === null) return null
  const [lat1, lon1] = a.coordinates
  const [lat2, lon2] = b.coordinates
  const degree = 111.2
  const turn = ((lon2 - lon1 + 540) % 360) - 180
  const y = (lat2 - lat1) * degree
  const x = turn * degree * Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180)
  return Math.hypot(x, y)
}
