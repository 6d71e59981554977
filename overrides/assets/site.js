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

// A term of the glossary shows what it means, which its title says, while the pointer or the
// keyboard is on it. On a touch screen the first tap shows it, and a second follows the link.
const terms = document.querySelectorAll("a.term")
if (terms.length && HTMLElement.prototype.showPopover) {
  const box = document.createElement("div")
  Object.assign(box, { id: "__term", popover: "manual", role: "tooltip" })
  document.body.append(box)
  let shown, timer, isFirstTap

  const place = () => {
    const { left, top, bottom } = shown.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = box
    const right = document.documentElement.clientWidth - offsetWidth - 8
    const fits = bottom + 4 + offsetHeight < innerHeight
    box.style.left = `${Math.max(8, Math.min(left, right))}px`
    box.style.top = `${fits ? bottom + 4 : top - 4 - offsetHeight}px`
  }
  const hide = () => {
    clearTimeout(timer)
    if (!shown) return
    shown.title = box.textContent
    shown.removeAttribute("aria-describedby")
    shown = null
    box.hidePopover()
  }
  const show = (term) => {
    clearTimeout(timer)
    if (term === shown) return
    hide()
    shown = term
    box.textContent = term.title
    term.removeAttribute("title") // or the browser would show it as well
    term.setAttribute("aria-describedby", box.id)
    box.showPopover()
    place()
  }
  // The pointer may move on to what it shows.
  const hideSoon = () => (timer = setTimeout(hide, 200))

  for (const term of terms) {
    term.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && show(term))
    term.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && hideSoon())
    term.addEventListener("focus", () => term.matches(":focus-visible") && show(term))
    term.addEventListener("blur", hide)
    term.addEventListener("pointerdown", (event) => {
      isFirstTap = event.pointerType === "touch" && term !== shown
    })
    term.addEventListener("click", (event) => {
      if (!isFirstTap) return
      isFirstTap = false
      event.preventDefault()
      show(term)
    })
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer))
  box.addEventListener("pointerleave", hideSoon)
  addEventListener("pointerdown", ({ target }) => target.closest("a.term, #__term") || hide())
  addEventListener("keydown", ({ key }) => key === "Escape" && hide())
  addEventListener("scroll", () => shown && place(), { passive: true })
  addEventListener("resize", hide)
}
