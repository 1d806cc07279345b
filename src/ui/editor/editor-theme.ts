/** The editor in the colours of the page. */
import { inFull, mixed } from './hex-colour.ts';
import { editor } from './monaco.ts';

/** Names the theme after having made it out of the page's colours as they are now. */
export function makeEditorTheme(shown: 'dark' | 'light'): string {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => inFull(style.getPropertyValue(`--${name}`).trim());
  const bare = (name: string): string => colour(name).slice(1);
  // Kinds' colours are made for shapes; as letters on white they want to be darker.
  const letters = (name: string): string =>
    mixed(colour(name), shown === 'dark' ? 1 : 0.72, colour('ink')).slice(1);
  const theme = `warren-${shown}`;
  editor.defineTheme(theme, {
    base: shown === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: letters('producer') },
      { token: 'string.value.json', foreground: letters('consumer') },
      { token: 'number.json', foreground: letters('exchange') },
      { token: 'keyword.json', foreground: letters('queue') },
      { token: 'delimiter', foreground: bare('dim') },
      { token: 'keyword.js', foreground: letters('queue') },
      { token: 'string.js', foreground: letters('consumer') },
      { token: 'string.escape.js', foreground: letters('exchange') },
      { token: 'regexp.js', foreground: letters('exchange') },
      { token: 'number.js', foreground: letters('exchange') },
      { token: 'comment.js', foreground: bare('dim'), fontStyle: 'italic' },
      { token: 'type.identifier.js', foreground: letters('producer') },
    ],
    colors: {
      'editor.background': colour('panel'),
      'editor.foreground': colour('ink'),
      'editorLineNumber.foreground': colour('dim'),
      'editorLineNumber.activeForeground': colour('ink'),
      'editor.lineHighlightBackground': colour('raised'),
      'editor.lineHighlightBorder': colour('raised'),
      'editorCursor.foreground': colour('accent'),
      'editor.selectionBackground': `${colour('accent')}44`,
      'editorWidget.background': colour('raised'),
      'editorWidget.border': colour('line-strong'),
      'editorSuggestWidget.foreground': colour('ink'),
      'editorSuggestWidget.highlightForeground': colour('accent-text'),
      'editorSuggestWidget.selectedBackground': colour('hover'),
      'editorSuggestWidget.selectedForeground': colour('ink'),
      'editorSuggestWidget.selectedIconForeground': colour('ink'),
      'editorSuggestWidget.focusHighlightForeground': colour('accent-text'),
      // Brackets are grammar, not data: they stay in the background.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [
          `editorBracketHighlight.foreground${level}`,
          colour('dim'),
        ]),
      ),
      'editorIndentGuide.background1': colour('line'),
      'editorError.foreground': colour('dead-letter'),
      'scrollbarSlider.background': `${colour('line-strong')}80`,
      focusBorder: colour('accent'),
    },
  });
  return theme;
}
