/** A click that has not come by then will not come: the shape was ended by a key or a button. */
const CLICK_MILLISECONDS = 400

/**
 * Goes on after the click of the press that has just risen. A shape is drawn when the pointer rises, and
 * the click that belongs to the same press comes after that: on the map it would open what lies there.
 */
export function afterClick(goOn: () => void): void {
  const done = () => {
    window.clearTimeout(timer)
    window.removeEventListener('click', done)
    goOn()
  }
  const timer = window.setTimeout(done, CLICK_MILLISECONDS)
  // On the window: everything on the page, the map included, has heard the click before.
  window.addEventListener('click', done)
}
