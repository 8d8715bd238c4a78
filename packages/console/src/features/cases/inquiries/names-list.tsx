import { scriptTag } from '../../../ui/script.ts';
import style from './inquiries.module.css';

/** Names one under the other, each in its own language and direction. */
export function NamesList({ names }: { names: readonly string[] }) {
  return (
    <span className={style.names}>
      {names.map((name) => (
        <bdi key={name} lang={scriptTag(name)}>
          {name}
        </bdi>
      ))}
    </span>
  );
}
