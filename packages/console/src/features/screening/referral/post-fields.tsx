import { FormattedMessage, useIntl } from 'react-intl';
import { TextField } from '../../../ui/field.tsx';
import { RadioField } from '../../../ui/radio-field.tsx';
import { DIRECTIONS } from '../directions.ts';
import type { Post } from '../post.ts';

interface PostFieldsProps {
  value: Post;
  /** Sending was tried: what is missing is said. */
  tried: boolean;
  onChange: (value: Post) => void;
}

const SHORTEST_PLACE = 2;
const CHOICES = Object.entries(DIRECTIONS) as [keyof typeof DIRECTIONS, (typeof DIRECTIONS)[keyof typeof DIRECTIONS]][];

/** Direction and place, as this tab remembers them. */
export function PostFields({ value, tried, onChange }: PostFieldsProps) {
  const intl = useIntl();
  const noPlace = tried && value.place.trim().length < SHORTEST_PLACE;
  return (
    <>
      <RadioField
        label={<FormattedMessage id="post.direction" />}
        error={tried && value.direction === '' && <FormattedMessage id="post.direction.missing" />}
        value={value.direction}
        inline
        first={value.direction === '' || tried}
        choices={CHOICES.map(([direction, id]) => ({ value: direction, label: <FormattedMessage id={id} /> }))}
        onChoose={(direction) => onChange({ ...value, direction })}
      />
      <TextField
        label={intl.formatMessage({ id: 'post.place' })}
        hint={intl.formatMessage({ id: 'post.place.hint' })}
        value={value.place}
        maxLength={200}
        autoComplete="off"
        error={noPlace && intl.formatMessage({ id: 'post.place.missing' })}
        onChange={(event) => onChange({ ...value, place: event.currentTarget.value })}
      />
    </>
  );
}
