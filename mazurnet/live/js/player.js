// The player: calls `tick(seconds)` for every picture the screen can show, while it plays.

const LONGEST = 0.1; // seconds a tick may count: a page that was hidden does not catch up
const CALM = 0.5; // seconds between pictures for a reader who asked for less motion

/** A player that stands still. */
export function player(tick, changed) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let request = 0;
  let before = 0;

  function picture(now) {
    request = requestAnimationFrame(picture);
    const seconds = Math.max(now - before, 0) / 1000; // a picture may be older than the press
    if (calm.matches && seconds < CALM) return;
    before = now;
    tick(Math.min(seconds, calm.matches ? CALM + LONGEST : LONGEST));
  }

  return {
    get playing() {
      return request !== 0;
    },
    play() {
      if (request) return;
      before = performance.now();
      request = requestAnimationFrame(picture);
      changed(true);
    },
    pause() {
      if (!request) return;
      cancelAnimationFrame(request);
      request = 0;
      changed(false);
    },
  };
}
