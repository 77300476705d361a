import { expect, test } from 'vitest'
import { eventId, hashOf, readingId, sha256Bytes, sha256Hex, sightingId, textId } from './ids.ts'

test('sha256 of text is that of its UTF-8 bytes', () => {
  // Test vector of FIPS 180-4.
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('Türkei')).toBe(sha256Bytes(new TextEncoder().encode('Türkei')))
})

test('parts are told apart: where they end, absent from empty, number from text', () => {
  const hashes = [
    hashOf('ab', 'c'),
    hashOf('a', 'bc'),
    hashOf('abc'),
    hashOf('abc', null),
    hashOf('abc', ''),
    hashOf(1),
    hashOf('1'),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('one text in two outlets is two sightings, and one sighting read twice by one reader is one reading', () => {
  const text = textId('Ein Text.')
  const here = sightingId(text, 'Nordblick', null, '2014-01-05')
  expect(here).toBe(sightingId(text, 'Nordblick', null, '2014-01-05'))
  for (const other of [
    sightingId(text, 'Tagesbote', null, '2014-01-05'),
    sightingId(text, 'Nordblick', 'https://example.org/', '2014-01-05'),
    sightingId(text, 'Nordblick', null, '2014-01-06'),
    sightingId(textId('Ein Text'), 'Nordblick', null, '2014-01-05'),
  ]) {
    expect(other).not.toBe(here)
  }
  expect(readingId(here, 'reader 1')).toBe(readingId(here, 'reader 1'))
  expect(readingId(here, 'reader 1')).not.toBe(readingId(here, 'reader 2'))
})

test('an event is known by text, span and type, in 16 hex digits', () => {
  const text = textId('Ein Text.')
  expect(eventId(text, 0, 4, 'AGREE')).toMatch(/^[0-9a-f]{16}$/u)
  const ids = [
    eventId(text, 0, 4, 'AGREE'),
    eventId(text, 0, 5, 'AGREE'),
    eventId(text, 1, 4, 'AGREE'),
    eventId(text, 0, 4, 'AID'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
