import style from './name.module.css';
import { scriptTag } from './script.ts';

interface NameProps {
  /** As the list writes it; the original script where there is one. */
  name: string;
  /** The same name in Latin letters, where it is not Latin itself. */
  latin?: string | undefined;
}

/** A person's name: original script first, Latin beside it, each in its own language and direction. */
export function Name({ name, latin }: NameProps) {
  return (
    <span className={style.name}>
      <bdi lang={scriptTag(name)} className={style.first}>
        {name}
      </bdi>
      {latin && latin !== name && (
        <bdi lang={scriptTag(latin)} className={style.latin}>
          {latin}
        </bdi>
      )}
    </span>
  );
}
