import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStore } from '../../api/store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { paletteOpen } from '../palette-state.ts';
import { type Command, useCommands } from './commands.ts';
import style from './palette.module.css';

/** Ctrl-K: reaches every page and action by a few letters, and any record by its number. */
export function Palette({ onLeave }: { onLeave: () => void }) {
  const open = useStore(paletteOpen);
  useEffect(() => {
    function listen(event: globalThis.KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault();
        paletteOpen.set(!paletteOpen.get());
      }
    }
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return open ? <OpenPalette onLeave={onLeave} /> : null;
}

function OpenPalette({ onLeave }: { onLeave: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const commands = useCommands(typed, navigate, onLeave);
  const chosen = commands[Math.min(active, commands.length - 1)];

  function run(command: Command | undefined) {
    if (!command) return;
    paletteOpen.set(false);
    command.run();
  }

  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => (Math.min(now, commands.length - 1) + step + commands.length) % Math.max(1, commands.length));
    }
  }

  return (
    <Dialog
      title={intl.formatMessage({ id: 'palette.title' })}
      width="wide"
      bare
      onClose={() => paletteOpen.set(false)}
    >
      <input
        className={style.field}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={intl.formatMessage({ id: 'palette.title' })}
        placeholder={intl.formatMessage({ id: 'palette.placeholder' })}
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={keys}
      />
      <div id={list} role="listbox" aria-label={intl.formatMessage({ id: 'palette.title' })} className={style.list}>
        {commands.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={command.id}
            id={`${list}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            className={style.command}
            onClick={() => run(command)}
            onPointerMove={() => setActive(commands.indexOf(command))}
          >
            {command.words}
            <span className={style.kind}>
              <FormattedMessage id={command.kind} />
            </span>
          </div>
        ))}
      </div>
      {commands.length === 0 && (
        <p className={style.none} role="status">
          <FormattedMessage id="palette.none" />
        </p>
      )}
    </Dialog>
  );
}
