/** Submits fields as a form would, in a form of our own that no script of the page has a say in. */
import { fromBase64 } from '../bridge/bytes.ts';
import type { WireField } from '../bridge/protocol.ts';
import {
  $DataTransfer,
  $File,
  $WeakSet,
  getter,
  own,
  sequenceOf,
  setAttribute,
  setter,
  stopImmediatePropagation,
  targetOf,
  uncurry,
  weakSetAdd,
  weakSetHas,
} from './pristine.ts';

const documentOf = getter(Node.prototype, 'ownerDocument');
const isConnected = getter(Node.prototype, 'isConnected');
const rootOf = getter(Document.prototype, 'documentElement');
const createElement = uncurry(Document.prototype.createElement as (this: Document, name: string) => HTMLElement);
const appendChild = uncurry(Node.prototype.appendChild as (this: Node, child: Node) => Node);
const remove = uncurry(Element.prototype.remove);
const nativeSubmit = uncurry(HTMLFormElement.prototype.submit);
const itemsOf = getter(DataTransfer.prototype, 'items');
const addFile = uncurry(DataTransferItemList.prototype.add as (this: DataTransferItemList, file: File) => unknown);
const filesOf = getter(DataTransfer.prototype, 'files');
const setFiles = setter(HTMLInputElement.prototype, 'files');

export interface Submission {
  url: string;
  method: string;
  /** As written in the page; empty for the default. */
  enctype: string;
  target: string;
}

const copies = new $WeakSet<object>();

/** Listener for `formdata`: the page could add to what is being sent. */
export function keepCopyUnchanged(event: FormDataEvent): void {
  if (weakSetHas(copies, targetOf(event) as object)) stopImmediatePropagation(event);
}

/** Does nothing for a form that has left its document, as the browser would. */
export function submitCopy(form: HTMLFormElement, submission: Submission, fields: WireField[]): void {
  const document = documentOf(form)!;
  if (!isConnected(form)) return;
  const copy = createElement(document, 'form') as HTMLFormElement;
  setAttribute(copy, 'action', submission.url);
  setAttribute(copy, 'method', submission.method);
  if (submission.enctype !== '') setAttribute(copy, 'enctype', submission.enctype);
  if (submission.target !== '') setAttribute(copy, 'target', submission.target);
  setAttribute(copy, 'hidden', '');
  for (let index = 0; index < fields.length; index++) appendChild(copy, inputFor(document, fields[index]!));
  weakSetAdd(copies, copy);
  appendChild(rootOf(document)!, copy);
  nativeSubmit(copy);
  remove(copy);
}

function inputFor(document: Document, field: WireField): HTMLInputElement {
  const input = createElement(document, 'input') as HTMLInputElement;
  setAttribute(input, 'name', own(field, 'name') as string);
  const file = own(field, 'file') as { name: string; type: string; base64: string } | undefined;
  setAttribute(input, 'type', file ? 'file' : 'hidden');
  if (!file) setAttribute(input, 'value', own(field, 'value') as string);
  else if (own(file, 'name') !== '') {
    const transfer = new $DataTransfer();
    const content = sequenceOf<BlobPart>([fromBase64(own(file, 'base64') as string)]);
    const options = { __proto__: null, type: own(file, 'type') } as FilePropertyBag;
    addFile(itemsOf(transfer), new $File(content, own(file, 'name') as string, options));
    setFiles(input, filesOf(transfer));
  }
  return input;
}
