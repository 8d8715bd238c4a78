// Runs before the first paint, so that nobody who works in the dark is flashed with white.
// Reads what the reader chose (localStorage) or else what the browser says; stores nothing.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let scheme = null;
  let language = null;
  let rows = null;
  try {
    scheme = localStorage.getItem('entente.scheme');
    language = localStorage.getItem('entente.language');
    rows = localStorage.getItem('entente.rows');
  } catch {
    // Storage may be shut off by policy; the browser's own preference then decides.
  }
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => ['en', 'ru', 'zh'].includes(tag));
  root.dataset.mantineColorScheme = scheme === 'dark' || scheme === 'light' ? scheme : dark ? 'dark' : 'light';
  root.lang = ['en', 'ru', 'zh'].includes(language) ? language : (spoken ?? 'en');
  root.dataset.rows = rows === 'roomy' ? 'roomy' : 'compact';
}
