import { type Act, readAct } from './act.ts';
import { readRegisterFile } from './register-file.ts';

/**
 * Reads a file of acts without believing it: a register, or one act by itself, on its way from member to member with the
 * consents it has so far. Both are canonical, so that the first field tells which.
 */
export function readActFile(file: string): Act[] {
  return file.startsWith('{"format":') ? readRegisterFile(file) : [readAct(file.replace(/\n$/, ''))];
}
