// The HTML lets the keyboard into code that would scroll on the narrowest phone, as it knows
// no widths. Here they are known: where nothing scrolls, the keyboard need not stop.
const boxes = new ResizeObserver((entries) => {
  const scrolls = entries.map(({ target }) => target.scrollWidth > target.clientWidth)
  entries.forEach(({ target }, n) => {
    if (scrolls[n]) target.tabIndex = 0
    else target.removeAttribute("tabindex")
  })
})
for (const box of document.querySelectorAll("pre > code[tabindex]")) boxes.observe(box)
