import { describe, expect, it } from 'vitest'
import { type PageElement, textOf } from './dom.ts'
import { parsePage } from './parse.ts'

/** `div(p(a) p)`: names and nesting. */
function shape(element: PageElement): string {
  const inner = element.children
    .flatMap((child) => (typeof child === 'string' ? [] : [shape(child)]))
    .join(' ')
  return inner === '' ? element.name : `${element.name}(${inner})`
}

describe('parsePage', () => {
  it.each([
    ['<p>a<p>b', '#document(p p)'],
    ['<p>a<b>c<p>b', '#document(p(b) p)'],
    ['<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', '#document(ul(li(ul(li li)) li))'],
    ['<table><tr><td>a<td>b<tr><td>c</table>', '#document(table(tr(td td) tr(td)))'],
    ['<dl><dt>a<dd>b<dt>c</dl>', '#document(dl(dt dd dt))'],
    ['<div><b>a</div>b</b><p>c', '#document(div(b) p)'],
    ['<div><a href=x><div>a</a>b</div></div><p>c', '#document(div(a(div)) p)'],
    ['<head><title>x</title><div>a', '#document(head(title) div)'],
    ['a</p>b', '#document(br)'],
    ['<br/>a<img src=x>b<hr>', '#document(br img hr)'],
  ])('%s', (html, tree) => expect(shape(parsePage(html).root)).toBe(tree))

  it('decodes entities and leaves scripts alone', () => {
    const { root, elements } = parsePage(
      '<p title="a&amp;b">Gr&ouml;&szlig;e &lt; 3<script>"</p>" < 1</script>',
    )
    expect(textOf(root)).toBe('Größe < 3"</p>" < 1')
    expect(elements[1]!.get('title')).toBe('a&b')
  })
  it('keeps the words and lines of what nests too deep', () => {
    const { root, cut, elements } = parsePage(
      `${'<div>'.repeat(5000)}a<script>x</script>${'</div>'.repeat(5000)}<p>b</p>`,
    )
    expect(cut).toBe('deep')
    expect(elements.length).toBeLessThan(500)
    expect(textOf(root).trim()).toBe('ab')
  })
  it('keeps the words of what has too many elements', () => {
    const { root, cut } = parsePage('<i>a</i>'.repeat(500_000))
    expect(cut).toBe('large')
    expect(textOf(root)).toHaveLength(500_000)
  })
})
