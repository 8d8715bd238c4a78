// Table: given names with the short forms people go by; a group per line, in Latin spelling.
import { foldSounds } from '../sounds/fold.ts';

const GROUPS = `
aleksandr alexander aleksander sasha alex alec sanya shura iskander
aleksei alexey alexei alyosha lyosha
anastasia nastya asya
andrei andrey andrew andy
anna anya anne ann
boris borya
dmitri dima mitya
ekaterina yekaterina katya katherine catherine kate kathy
elena yelena lena helena
evgeni yevgeny zhenya eugene
galina galya
georgi george yegor egor
grigori grisha gregory greg
igor gosha
irina ira
ivan vanya
konstantin kostya
ksenia ksyusha
lyudmila lyuda
maria masha marie mary
mikhail misha michael mike
mohammed mohd md muhammad mohamed mohammad muhammed
natalia natasha
nikolai kolya nicholas nick
oleg olezhka
olga olya
pavel pasha paul
pyotr petr petya peter pete
roman roma
sergei seryozha sergey
stanislav stas
svetlana sveta
tatiana tanya
vadim vadik
valentin valya
vasili vasya basil
viktor vitya victor
vitali vitalik
vladimir volodya vova
vladislav vlad
vyacheslav slava
yulia julia
yuri yura
william bill billy will
robert bob bobby rob
richard dick rick
charles charlie chuck
james jim jimmy
john johnny jack
joseph joe yusuf
edward ted eddie
thomas tom tommy
anthony tony
elizabeth liz betty
margaret peggy maggie
daniel danny
david dave
samuel sam
benjamin ben
patrick pat
`;

const GROUP_OF = new Map<string, string[]>();
for (const line of GROUPS.trim().split('\n')) {
  const forms = line.split(' ').map(foldSounds);
  for (const form of forms) if (!GROUP_OF.has(form)) GROUP_OF.set(form, forms);
}

/** The other forms of a name, in normal form; the name itself among them. Empty for names without. */
export function shortFormsOf(form: string): string[] {
  return GROUP_OF.get(form) ?? [];
}

/** Whether one is a short form of the other, or both are of the same name. */
export function areShortForms(one: string, other: string): boolean {
  const forms = GROUP_OF.get(one);
  return forms !== undefined && forms === GROUP_OF.get(other);
}
