/** Reads documents of Word off the page's thread. */
import { answerQuestions } from '../../base/worker';
import { readDocx, type DocxFault, type DocxMarkup } from './docx';

answerQuestions<Uint8Array, DocxMarkup | { fault: DocxFault }>(readDocx);
