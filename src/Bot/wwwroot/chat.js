'use strict';

// Starts Web Chat, keeps the conversation over a reload, begins a new one where it ended, and follows the language of the dialog.
(() => {
  const place = document.getElementById('chat');
  const config = JSON.parse(place.dataset.config);
  const domain = `${location.origin}/v3/directline`;
  const start = new URLSearchParams(location.search).get('start') ?? '';
  const kiosk = Boolean(config.languages[config.language].kiosk);
  const kept = 'chat';
  const status = { online: 2, expired: 3, failed: 4, ended: 5 };
  const again = 5000;

  let language = config.language;
  let line;
  let store;

  const styleOptions = {
    accent: '#00578a',
    primaryFont: 'system-ui, "Noto Sans", sans-serif',
    backgroundColor: '#ffffff',
    bubbleBackground: '#eef3f6',
    bubbleTextColor: '#1b2a33',
    bubbleBorderRadius: 12,
    bubbleBorderWidth: 0,
    bubbleMaxWidth: 560,
    bubbleImageHeight: 'auto',
    bubbleFromUserBackground: '#00578a',
    bubbleFromUserTextColor: '#ffffff',
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserBorderWidth: 0,
    hideUploadButton: true,
    sendTimeout: 10000,
    sendBoxHeight: 48,
    sendBoxTextColor: '#1b2a33',
    sendBoxPlaceholderColor: '#55646d',
    subtle: '#55646d',
    suggestedActionLayout: 'flow',
    suggestedActionsFlowMaxHeight: '50vh',
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionsVisualKeyboardIndicatorWidth: 0,
    suggestedActionKeyboardFocusIndicatorBorderStyle: 'none',
    suggestedActionHeight: 44,
    suggestedActionBackgroundColor: '#ffffff',
    suggestedActionBorderColor: '#00578a',
    suggestedActionBorderRadius: 10,
    suggestedActionBorderWidth: 1,
    suggestedActionTextColor: '#00578a',
  };

  // A browser may forbid storage: then a reload begins a new conversation, nothing worse. On a tablet for everybody it always does.
  function restore() {
    if (kiosk) return null;
    try {
      const session = JSON.parse(sessionStorage.getItem(kept));
      return session?.start === start ? session : null;
    } catch {
      return null;
    }
  }

  function keep() {
    if (kiosk || !line?.conversationId) return;
    try {
      sessionStorage.setItem(kept, JSON.stringify({ start, conversationId: line.conversationId, token: line.token }));
    } catch { }
  }

  function forget() {
    try {
      sessionStorage.removeItem(kept);
    } catch { }
  }

  async function newToken() {
    const answer = await fetch(`${domain}/tokens/generate`, { method: 'POST', body: JSON.stringify({ ...(start && { start }), ...(kiosk && { kiosk }) }) });
    if (!answer.ok) throw new Error(`No token: ${answer.status}`);
    return (await answer.json()).token;
  }

  function speak(next) {
    const known = Object.keys(config.languages).find(code => config.languages[code].locale === next);
    if (known && known !== language) {
      language = known;
      render();
    }
  }

  function render() {
    const { locale, title, strings } = config.languages[language];
    document.documentElement.lang = language;
    document.title = title;
    WebChat.renderWebChat({ directLine: line, store, locale, overrideLocalizedStrings: strings, styleOptions, nonce: config.nonce }, place);
  }

  async function open() {
    let session = restore();
    try {
      session ??= { token: await newToken() };
    } catch {
      setTimeout(open, again);
      return;
    }

    const opened = WebChat.createDirectLine({
      domain,
      token: session.token,
      conversationId: session.conversationId,
      conversationStartProperties: { locale: config.languages[language].locale },
    });
    line = opened;
    store = WebChat.createStore({}, () => next => action => {
      const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity;
      if (activity && activity.from.role === 'bot') {
        speak(activity.locale);
        document.dispatchEvent(new CustomEvent('card', { detail: { language, isEnd: Boolean(activity.channelData?.surveyEnd) } }));
      }
      return next(action);
    });
    opened.connectionStatus$.subscribe(now => {
      if (line !== opened) return;
      if (now === status.online) keep();
      if (now === status.expired || now === status.failed || now === status.ended) {
        line = null;
        forget();
        setTimeout(open, now === status.expired ? 0 : again);
      }
    });
    render();
  }

  addEventListener('pagehide', keep);
  open();
})();
