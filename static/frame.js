/* What Streamlit leaves to the browser: the page's language, Back, scroll positions, what was opened,
   the map's clicks and its tooltip. Positions are kept for this tab alone; one cookie tells our own
   server which version of the data was seen last. Nothing else is sent anywhere. */
(() => {
  "use strict";
  /* Widgets that open over the page stand outside of it: language and direction are the document's. */
  const spoken = document.querySelector(".cw-language");
  document.documentElement.lang = spoken ? spoken.lang : "en";
  document.documentElement.dir = spoken ? spoken.dir : "ltr";
  if (window.corridorFrame) return;
  window.corridorFrame = true;

  const PHONE = 640, PATIENCE = 15000, STEP = 150, SETTLED = 8;
  const main = () => document.querySelector('[data-testid="stMain"]');
  const spot = () => `corridor-scroll ${location.pathname}${location.search}`;

  /* Going back brings the page where it was left. It scrolls in a box of its own, which browsers do
     not remember, and is built anew: so it is set again until the page is long enough and at rest. */
  let restoring = 0;
  const stop = () => { restoring += 1; };
  const remember = () => {
    if (main()) sessionStorage.setItem(spot(), String(Math.round(main().scrollTop)));
  };
  const restore = () => {
    const wanted = Number(sessionStorage.getItem(spot()) || 0);
    const mine = (restoring += 1), end = Date.now() + PATIENCE;
    let held = 0;
    const step = () => {
      if (mine !== restoring || Date.now() > end || held > SETTLED) return;
      const box = main();
      if (box && Math.abs(box.scrollTop - wanted) > 2) {
        box.scrollTop = wanted;
        held = 0;
      } else if (box) held += 1;
      setTimeout(step, STEP);
    };
    step();
  };
  /* A link to a chapter lands on it when it is built, which it often is long after the page. */
  const land = (asked) => {
    // The address may have been written anew by now, without its chapter.
    const id = decodeURIComponent(new URL(asked).hash.slice(1));
    const mine = (restoring += 1), end = Date.now() + PATIENCE;
    let held = 0, left = null;
    const step = () => {
      if (!id || mine !== restoring || Date.now() > end || held > 2 * SETTLED) return;
      const chapter = document.getElementById(id);
      const top = () => chapter.getBoundingClientRect().top;
      if (chapter && (left === null || Math.abs(top() - left) > 2)) {
        chapter.scrollIntoView({ block: "start" });
        left = top();
        held = 0;
      } else if (chapter) held += 1;
      setTimeout(step, STEP);
    };
    step();
  };
  let timer = 0;
  document.addEventListener("scroll", (event) => {
    if (event.target !== main()) return;
    clearTimeout(timer);
    timer = setTimeout(remember, STEP);
  }, true);
  addEventListener("pagehide", remember); // left before the scrolling came to rest
  for (const name of ["wheel", "touchstart", "keydown", "pointerdown"])
    addEventListener(name, stop, { capture: true, passive: true });
  addEventListener("popstate", () => { if (!location.hash) restore(); });
  const [arrival] = performance.getEntriesByType("navigation");
  const isBack = Boolean(arrival) && arrival.type !== "navigate";
  if (isBack) restore();
  else land(arrival ? arrival.name : location.href);

  /* One step of a person is one step of Back. Streamlit writes the address anew after a link was
     opened (it leaves out what is at its default) and may do so twice for one click: whatever no
     hand has asked for replaces the address instead of adding another to go back through. */
  let steps = 0, written = 0;
  for (const name of ["pointerdown", "keydown"])
    addEventListener(name, () => { steps += 1; }, { capture: true, passive: true });
  const push = history.pushState;
  history.pushState = (...address) => {
    const to = new URL(address[2] || location.href, location.href);
    if (to.pathname !== location.pathname && main()) {
      remember();
      stop();
      main().scrollTop = 0;
    }
    if (steps === written) history.replaceState(...address);
    else push.apply(history, address);
    written = steps;
  };
  addEventListener("popstate", () => { written = steps; });

  /* What is selected goes along to wherever a link of the page leads. */
  addEventListener("click", (event) => {
    const link = event.target.closest?.(".stHtml a[href]:not([data-cw-whole])");
    const selected = new URLSearchParams(location.search).get("sel");
    if (!link || !selected) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin || to.searchParams.has("sel")) return;
    to.searchParams.set("sel", selected);
    link.href = to.href;
  }, true);

  /* One saved view may open first in this browser: where somebody comes to the bare address in a new
     tab. The button at a view keeps it, and lets it go when it is pressed again. */
  const FIRST = "corridor-first", HERE = "corridor-been-here";
  const marked = () => {
    for (const button of document.querySelectorAll("[data-cw-first]"))
      button.setAttribute("aria-pressed", String(button.dataset.cwFirst === localStorage.getItem(FIRST)));
  };
  addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-cw-first]");
    if (!button) return;
    const address = button.dataset.cwFirst;
    if (localStorage.getItem(FIRST) === address) localStorage.removeItem(FIRST);
    else localStorage.setItem(FIRST, address);
    marked();
  }, true);
  const first = localStorage.getItem(FIRST);
  const isNew = !sessionStorage.getItem(HERE);
  sessionStorage.setItem(HERE, "yes");
  const isBare = location.pathname.endsWith("/") && !location.search && !location.hash;
  if (first && isNew && !isBack && isBare) {
    const to = new URL(first, location.href);
    // Anybody could have written it: nothing but a page of ours is opened.
    if (to.origin === location.origin && to.href.startsWith(new URL("./", location.href).href))
      location.replace(to.href);
  }

  /* On a phone, what was opened stands below a map or a table: bring it into view. */
  let opened = isBack ? null : "";
  const show = () => {
    const detail = document.querySelector("[data-cw-opened]");
    const name = detail ? detail.dataset.cwOpened : "";
    if (opened === null && !name) return;
    if (name && name !== opened && opened !== null && innerWidth <= PHONE) {
      stop();
      detail.scrollIntoView({ block: "start" });
    }
    opened = name;
  };

  /* The map tells a click from a long press by the time when it gets to the release. What lies under
     the press is looked up first, which without a graphics card takes longer than a click lasts:
     the click would be lost. While a button is down the clock follows the moments of the events. */
  const clock = Date.now;
  let pressed = null;
  const follow = (event) => {
    if (!pressed) return;
    if (event.type === "pointermove" && !event.buttons) { // let go where nothing told us
      pressed = null;
      Date.now = clock;
      return;
    }
    const now = pressed.clock + Math.round(event.timeStamp - pressed.moment);
    Date.now = () => now;
  };
  addEventListener("pointerdown", (event) => {
    if (!event.target.matches?.(".cw-map-stage canvas")) return;
    pressed = { clock: clock.call(Date), moment: event.timeStamp };
    follow(event);
  }, true);
  addEventListener("pointermove", follow, true);
  for (const name of ["pointerup", "pointercancel"])
    addEventListener(name, (event) => {
      follow(event);
      pressed = null;
      setTimeout(() => { if (!pressed) Date.now = clock; });
    }, true);

  /* A tooltip stays on the map: moved to the left of its edge, and above the pointer at its foot. */
  const keepInside = () => {
    for (const tip of document.querySelectorAll(".deck-tooltip")) {
      tip.style.margin = "0";
      const box = tip.parentElement.getBoundingClientRect(), { right, bottom, height } =
        tip.getBoundingClientRect();
      const left = Math.min(0, box.right - right - 4);
      tip.style.margin = `${bottom > box.bottom ? -height - 8 : 0}px 0 0 ${left}px`;
    }
  };
  addEventListener("pointermove", () => requestAnimationFrame(() =>
    requestAnimationFrame(keepInside)), { passive: true });

  /* The version of the data that was seen is kept by this browser, for each store apart: the page
     says with the next visit what has changed. */
  const keepLook = () => {
    for (const mark of document.querySelectorAll("[data-cw-look]")) {
      const look = mark.dataset.cwLook;
      if (/^cw-look-[0-9a-f]{12}=\d+\.\d{4}-\d\d-\d\d$/.test(look)
          && !document.cookie.split("; ").includes(look))
        document.cookie = `${look}; path=/; max-age=31536000; samesite=lax`;
    }
  };

  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      show();
      keepLook();
      marked();
    }, STEP);
  }).observe(document.body, { childList: true, subtree: true });
})();
