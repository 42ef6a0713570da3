'use strict';

// A tablet that many people use one after another: what one leaves on it is gone before the next comes.
(() => {
  const idle = 75;
  const afterEnd = 30;
  const warn = 20;
  const again = 5000;
  const { language: first, languages } = JSON.parse(document.getElementById('chat').dataset.config);
  const bar = document.getElementById('kiosk');
  const [warning, end] = bar.children;
  const [clears, seconds, stay] = warning.children;

  let language = first;
  let isEnd = false;
  let until = null;
  let clearing = false;

  function touch() {
    until = Date.now() + (isEnd ? afterEnd : idle) * 1000;
    show();
  }

  function show() {
    const words = languages[language].kiosk;
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    end.hidden = until === null;
    warning.hidden = !isEnd && left > warn;
    clears.textContent = warning.hidden ? '' : words.clears;
    seconds.textContent = left;
    stay.textContent = words.stay;
    end.textContent = words.end;
  }

  // The page is asked for first: without a network the tablet stays covered instead of showing the browser's error for good.
  async function clear() {
    if (clearing) return;
    clearing = true;
    document.body.classList.add('cleared');
    try {
      if ((await fetch(location.href, { cache: 'no-store', credentials: 'omit' })).ok) {
        location.reload();
        return;
      }
    } catch { }
    setTimeout(() => {
      clearing = false;
      clear();
    }, again);
  }

  for (const act of ['pointerdown', 'keydown', 'input', 'wheel']) addEventListener(act, event => event.isTrusted && !bar.contains(event.target) && touch(), { capture: true, passive: true });
  stay.addEventListener('click', touch);
  end.addEventListener('click', clear);
  document.addEventListener('card', ({ detail }) => {
    const ends = detail.isEnd && !isEnd;
    ({ language, isEnd } = detail);
    if (ends) touch();
    else if (until !== null) show();
  });
  addEventListener('pageshow', event => event.persisted && clear());
  setInterval(() => {
    if (until === null) return;
    show();
    if (Date.now() >= until) clear();
  }, 1000);
})();
