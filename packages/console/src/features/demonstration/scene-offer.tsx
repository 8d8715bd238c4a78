import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import type { GuideActs } from './acts.ts';
import style from './guide.module.css';
import { SCENES, type SceneName } from './scenes.ts';
import { TextOffer } from './text-offer.tsx';

interface SceneOfferProps {
  scene: SceneName;
  /** The reader may work at the desk as he is signed in. */
  ready: boolean;
  acts: GuideActs;
}

/** Somebody or something to check: to be copied, or put into the desk's field by a press. */
export function SceneOffer({ scene, ready, acts }: SceneOfferProps) {
  const described = useId();
  const { text, label } = SCENES[scene];
  return (
    <div className={style.offer}>
      <p id={described} className={style.soft}>
        <FormattedMessage id={label} />
      </p>
      <TextOffer text={text} describedBy={described} />
      {ready && (
        <div>
          <Button aria-describedby={described} onClick={() => acts.onHand(text)}>
            <FormattedMessage id="guide.hand" />
          </Button>
        </div>
      )}
    </div>
  );
}
