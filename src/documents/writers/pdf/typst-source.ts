/**
 * How a document looks on paper: the one Typst program, in which no word of any document occurs. The document comes in
 * as data (`sys.inputs.document`, made by typst-data.ts), so that nothing in it is ever read as markup.
 *
 * Japanese line breaking (禁則) is Typst's own for `lang: "ja"`. No gap is set between
 * kanji and digits: readers and searches would find 令和 6 年度 with spaces in it.
 */
export const typstSource = `
#let doc = json(bytes(sys.inputs.document))
#let (year, month, day) = doc.date
#set document(title: doc.title, author: doc.organisation, date: datetime(year: year, month: month, day: day))
#set text(font: "Noto Sans JP", size: 10pt, lang: doc.language, region: doc.region, cjk-latin-spacing: none)
#set par(justify: true, leading: 0.75em, spacing: 1em)
#set page(
  paper: "a4", flipped: doc.isLandscape, margin: (x: 20mm, top: 24mm, bottom: 22mm),
  header: context if here().page() > 1 {
    set text(size: 8.5pt)
    stack(spacing: 4pt, grid(columns: (1fr, auto), doc.runningHeader, doc.organisation), line(length: 100%, stroke: 0.4pt))
  },
  footer: context align(center, text(size: 8.5pt, counter(page).display() + " / " + str(counter(page).final().first()))),
)
#set table(stroke: 0.5pt + luma(46%), inset: (x: 5pt, y: 4.5pt))
#show table: set par(justify: false, leading: 0.6em, spacing: 0.7em)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 13.5pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading: set block(above: 1.6em, below: 0.9em)
#show link: it => if type(it.dest) == str { underline(text(fill: rgb("#0031d8"), it)) } else { it }
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => align(start, strong(it.body))
#show outline.entry: set block(above: 0.8em)

// Parts two texts and lets a line end there. Typst drops a space of nothing.
#let sliver = h(0.001pt)
#let inline(it) = if type(it) == str { it } else if it.kind == "break" { linebreak() } else if it.kind == "chance" {
  sliver
} else if it.kind == "pair" { box(it.first + sliver + it.second) } else if it.kind == "strong" {
  strong(it.body.map(inline).join())
} else if it.kind == "link" { link(it.href, it.body.map(inline).join()) } else { footnote(it.body.map(inline).join()) }
#let content(it) = if type(it) == str { it } else if it.len() == 0 { none } else { it.map(inline).join() }
#let sides = (start: start, center: center, end: end)

#let paragraph(it) = {
  let body = align(sides.at(it.align), par(content(it.content)))
  if it.at("isLeading", default: false) { block(sticky: true, body) } else { body }
}
#let items(it) = if it.isOrdered { enum(..it.items.map(content)) } else { list(..it.items.map(content)) }
#let flow(it) = if it.kind == "list" { items(it) } else { paragraph(it) }
#let titled(it, body, kind: table) = if it.caption == none { body } else {
  figure(body, caption: content(it.caption), kind: kind, supplement: none, numbering: none)
}

// Asks for this much room below, else for the next page: a title does not stay behind at the foot of a page.
#let room(height) = { block(above: 1.2em, below: 0pt, height: height, breakable: false); v(-height) }
#let kept(isSmall, height, body) = if isSmall { block(breakable: false, body) } else { room(height); body }

#let cell(it, isHeader) = {
  let body = if type(it) == dictionary { content(it.content) } else { content(it) }
  if isHeader { body = strong(body) }
  if type(it) != dictionary { return body }
  table.cell(
    colspan: it.columnSpan, rowspan: it.rowSpan, body,
    align: if it.align == none { auto } else { sides.at(it.align) },
  )
}
#let grid-of(it) = kept(it.isSmall, 7em, {
  set table.cell(breakable: not it.isWhole)
  titled(it, table(
  columns: it.widths.map(share => share * 1fr),
  align: it.aligns.map(side => sides.at(side)),
  fill: (x, y) => if y < it.headerCount or (it.hasRowHeader and x == 0) { luma(94%) },
  ..if it.header.len() > 0 { (table.header(..it.header.map(one => cell(one, true))),) },
  ..it.cells.map(one => cell(one, false)),
))})

// The number stands in the cell before the title; the table of contents shows both.
#let box-title(it) = heading(
  level: it.level, content(it.title), numbering: if it.number == none { none } else { (..) => it.number },
)
#let box-of(it) = {
  show heading: one => block(above: 0pt, below: 0pt, text(size: 10pt, one.body))
  kept(it.isSmall, it.headLines * 1.5em + 3em, block(above: 1em, below: 1.4em, table(
    columns: (9em, 1fr),
    fill: (x, y) => if x == 0 { luma(94%) },
    table.header(repeat: false, content(it.titleLabel), box-title(it)),
    ..it.rows.map(row => (
      content(row.label), table.cell(breakable: not row.isWhole, row.content.map(flow).join()),
    )).flatten(),
  )))
}

#let set-block(it) = if it.kind == "heading" { heading(level: it.level, content(it.text))
} else if it.kind == "paragraph" or it.kind == "list" { flow(it)
} else if it.kind == "table" { grid-of(it)
} else if it.kind == "box" { box-of(it)
} else if it.kind == "figure" {
  titled(it, image(bytes(it.svg), format: "svg", alt: it.alt, width: it.widthPercent * 1%), kind: image)
} else if it.kind == "page_break" { pagebreak(weak: true)
} else if it.kind == "contents" { outline(title: doc.contentsTitle, depth: it.depth) }

#if doc.hasTitle {
  align(center, title(text(size: 17pt, content(doc.titleLines))))
  align(center, text(size: 10pt, content(doc.subtitle)))
  v(1em)
}
#for it in doc.blocks { set-block(it) }
#if doc.remark != none { v(1em); text(size: 8.5pt, content(doc.remark)) }
`;
