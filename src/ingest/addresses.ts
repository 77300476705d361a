import { BlockList, isIP } from 'node:net'

/** Networks that a url from outside must not reach: IANA special-purpose registries (RFC 6890 and updates). */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/** All but global unicast 2000::/3, and within it the forms that carry an IPv4 address or lead nowhere. */
const V6: readonly (readonly [string, number])[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
]

const blocked = new BlockList()
for (const [network, bits] of V4) blocked.addSubnet(network, bits, 'ipv4')
const blocked6 = new BlockList()
for (const [network, bits] of V6) blocked6.addSubnet(network, bits, 'ipv6')

/** Whether an IP address lies on a private, local or otherwise special network; what is no address counts as one. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 4) return blocked.check(plain, 'ipv4')
  return version !== 6 || blocked6.check(plain, 'ipv6')
}
