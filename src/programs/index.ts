/** Programs at work beside a simulation: what they do is put on the tape that the simulation plays. */
export { ProgramDrive } from './program-drive.ts';
