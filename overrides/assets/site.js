// The theme wraps each copy button in a <nav>: to a screen reader, a landmark without a name.
new MutationObserver(() => {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none")
}).observe(document.body, { childList: true, subtree: true })

// The theme takes care of a block of code when it is seen first: all at once, they lay out the
// page two times each. But the keyboard has to find a block that scrolls before that.
const boxes = new ResizeObserver((entries) => {
  const wide = entries.map(({ target }) => target).filter((box) => box.scrollWidth > box.clientWidth)
  for (const box of wide) box.tabIndex = 0
})
for (const box of document.querySelectorAll("pre > code")) boxes.observe(box)
