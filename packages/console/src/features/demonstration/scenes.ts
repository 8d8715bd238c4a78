/** Something a newcomer scans or types at the desk, and what it shows. */
export interface Scene {
  text: string;
  label: string;
}

/**
 * Everyone the guide lets come to the desk. The same is written in `packages/testkit/src/people/demonstration-people.ts`
 * and `packages/testkit/src/demonstration/named-travellers.ts`; a test holds the two together.
 */
export const SCENES = {
  clean: {
    text: zone('P<MNGSUKHBAATRYN<<OYUUNGEREL<<<<<<<<<<<<<<<<', 'E217490360MNG9105126F3102086<<<<<<<<<<<<<<08'),
    label: 'guide.scene.clean',
  },
  listed: {
    text: zone('P<KAZSHYNGYSBAEV<<ZHANIBEK<<<<<<<<<<<<<<<<<<', 'N133705624KAZ8403179M3209147<<<<<<<<<<<<<<08'),
    label: 'guide.scene.listed',
  },
  namesake: {
    text: zone('I<KAZ0482133779<<<<<<<<<<<<<<<', '6306210M3301199KAZ<<<<<<<<<<<8', 'SARYBAEV<<NURLAN<<<<<<<<<<<<<<'),
    label: 'guide.scene.namesake',
  },
  wanted: {
    text: zone('P<KAZDOSMAGAMBETOV<<YERMEK<<<<<<<<<<<<<<<<<<', 'N188402152KAZ8609144M3105205<<<<<<<<<<<<<<08'),
    label: 'guide.scene.wanted',
  },
  victim: {
    text: zone('P<KAZBEKENOVA<<ALIYA<<<<<<<<<<<<<<<<<<<<<<<<', 'N205719384KAZ9002270F3105205<<<<<<<<<<<<<<00'),
    label: 'guide.scene.victim',
  },
  stolen: {
    text: zone('P<KAZISKAKOV<<RUSLAN<<<<<<<<<<<<<<<<<<<<<<<<', 'N091366473KAZ7812053M3105205<<<<<<<<<<<<<<04'),
    label: 'guide.scene.stolen',
  },
  sought: {
    text: zone('P<INDRATHAUR<<VIKRAMJIT<<<<<<<<<<<<<<<<<<<<<', 'Z4417092<8IND8403191M3105205<<<<<<<<<<<<<<02'),
    label: 'guide.scene.sought',
  },
  fled: {
    text: zone('P<KAZMOKASHI<<ISHAAN<<<<<<<<<<<<<<<<<<<<<<<<', 'R7710432<5XXB9106237M3105205<<<<<<<<<<<<<<04'),
    label: 'guide.scene.fled',
  },
  plate: { text: '417 KBT 02', label: 'guide.scene.plate' },
  lost: { text: 'N19005521', label: 'guide.scene.lost' },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

export function isScene(name: string | null): name is SceneName {
  return name !== null && Object.hasOwn(SCENES, name);
}

/** What the desk has to show besides the steps, in the order offered. */
export const MORE_SCENES = ['wanted', 'victim', 'stolen', 'plate', 'lost'] as const satisfies SceneName[];

function zone(...lines: string[]): string {
  return lines.join('\n');
}
