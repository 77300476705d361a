import { describe, expect, it } from 'vitest'
import { decodeBytes, metaCharset } from './decode.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const codes = (decoded: ReturnType<typeof decodeBytes>) => decoded.diagnostics.map((d) => d.code)
const LATIN = bytes('Gr', [0xfc], [0xdf], 'e aus K', [0xf6], 'ln ', [0x80])

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', bytes('Größe\r\n'), 'Größe\r\n', []],
    ['a BOM, which is dropped', bytes([0xef, 0xbb, 0xbf], 'Größe'), 'Größe', []],
    ['UTF-16 with BOM', bytes([0xff, 0xfe], [0x47, 0, 0xf6, 0]), 'Gö', []],
    ['UTF-16 big endian', bytes([0xfe, 0xff], [0, 0x47, 0, 0xf6]), 'Gö', []],
    ['Windows-1252, guessed', LATIN, 'Grüße aus Köln €', ['encoding-guessed']],
    [
      'broken UTF-8, gaps marked',
      bytes('Größe für Köln ', [0xc3], ' und Übersee'),
      'Größe für Köln \ufffd und Übersee',
      ['encoding-damaged'],
    ],
  ])('reads %s', (_what, input, text, notes) => {
    const decoded = decodeBytes(input)
    expect(decoded).toMatchObject({ kind: 'text', text })
    expect(codes(decoded)).toEqual(notes)
  })
  it('says where the damage is', () => {
    expect(decodeBytes(bytes('Übe', [0xff], 'r Öl')).diagnostics[0]).toMatchObject({ from: 3 })
  })
  it('believes a declared charset unless the bytes are UTF-8', () => {
    expect(codes(decodeBytes(LATIN, 'iso-8859-1'))).toEqual([])
    expect(decodeBytes(bytes('Größe'), 'iso-8859-1')).toMatchObject({ text: 'Größe' })
    expect(decodeBytes(bytes([0xcc, 0xe8, 0xf0]), 'windows-1251')).toMatchObject({ text: 'Мир' })
  })
  it.each([
    ['NULs', bytes('a', [0], 'b')],
    ['control characters', bytes([1, 2, 3, 4, 5, 6])],
    ['neither UTF-8 nor Western', Buffer.alloc(500, 0xe4)],
  ])('refuses %s', (_what, input) => expect(codes(decodeBytes(input))).toEqual(['not-text']))
  it('finds the charset of a page', () => {
    expect(
      metaCharset(bytes('<html><meta http-equiv="content-type" content="text/html; charset=iso-8859-15">')),
    ).toBe('iso-8859-15')
    expect(metaCharset(bytes('<p>charset=x</p>'))).toBeNull()
  })
})
