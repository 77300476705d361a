/** Latitude and longitude, decimal degrees. */
export type Coordinates = readonly [latitude: number, longitude: number]

const EARTH_RADIUS_KM = 6371

/** Great-circle distance in kilometres (haversine). */
export function kilometresBetween([lat1, lon1]: Coordinates, [lat2, lon2]: Coordinates): number {
  const radians = Math.PI / 180
  const dLat = (lat2 - lat1) * radians
  const dLon = (lon2 - lon1) * radians
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Reads `48.2,16.4`; null when it is no place on the globe. */
export function parseCoordinates(text: string): Coordinates | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d{1,12})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,12})?)\s*$/.exec(text)
  if (match === null) return null
  const latitude = Number(match[1])
  const longitude = Number(match[2])
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [latitude, longitude] : null
}
