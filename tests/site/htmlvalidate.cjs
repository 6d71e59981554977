// What html-validate lets pass, and why. All of it is the theme's own HTML but the first.
module.exports = {
  extends: ["html-validate:standard"],
  rules: {
    // API reference: the id of an object is its dotted name; the theme's begin with "__".
    "valid-id": "off",
    // Material: hidden checkboxes with autocomplete="off", tabindex="" on labels of the menu.
    "valid-autocomplete": "off",
    "attribute-allowed-values": "off",
    // Material: search and palette are forms that JavaScript reads; nothing is submitted.
    "wcag/h32": "off",
    // Material: two navigations share "table of contents" (one for phones, one for desks).
    "unique-landmark": "off",
  },
}
