// Looks for barriers on the page as it stands: with axe at what has a shape that it was not given as known, and for
// names (ids) that stand there twice. Two elements have one shape when they and all that is in and around them have the
// same kind, classes, attributes and references that lead somewhere; only their words, addresses and names differ, and
// how often something stands in them. The page's language is a matter of its words.
async ({rules, known}) => {
  const READ = /^(class|role|type|open|hidden|disabled|checked|dir|lang|scope|href|tabindex|aria-(?!label$|labelledby$|describedby$|controls$|details$).*)$/;
  const LEADS = /^(for|aria-(labelledby|describedby|controls|details|owns))$/;
  const hash = text => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      a = Math.imul(a ^ c, 2654435761);
      b = Math.imul(b ^ c, 1597334677);
    }
    return (a >>> 0).toString(36) + (b >>> 0).toString(36);
  };
  const worth = (element, name) => {
    const value = element.getAttribute(name);
    if (LEADS.test(name)) return value.split(/\s+/).every(id => document.getElementById(id)) ? 'leads' : 'leads nowhere';
    if (name === 'lang' && element === document.documentElement) return /^[a-z]{2}$/.test(value) ? 'some' : value;
    return name !== 'href' && READ.test(name) ? value : value.trim() ? 'some' : 'none';
  };
  const own = element => element.localName
      + element.getAttributeNames().sort().map(name => ` ${name}=${worth(element, name)}`).join('')
      + (element.labels ? ` labels=${element.labels.length}` : '')
      + (element.previousElementSibling ? '' : ' first') + (element.nextElementSibling ? '' : ' last');
  const inner = new Map();
  const shape = element => {
    const parts = new Set([...element.childNodes].map(node => node.nodeType === 1 ? shape(node)
        : node.nodeType === 3 && node.data.trim() ? 'words' : ''));
    const found = hash(`${own(element)} ${[...parts].join(' ')}`);
    inner.set(element, found);
    return found;
  };
  const seen = new Set(known.split(' '));
  const fresh = [], exclude = [];
  const walk = (element, around) => {
    const key = hash(`${around} ${inner.get(element)}`);
    if (seen.has(key)) {
      exclude.push(element);
      return;
    }
    seen.add(key);
    fresh.push(key);
    const within = hash(`${around} ${own(element)}`);
    for (const child of element.children) walk(child, within);
  };
  shape(document.body);
  const around = hash(own(document.documentElement) + own(document.body));
  for (const child of document.body.children) walk(child, around);
  if (fresh.length && !self.axe) return null;
  const found = !fresh.length ? {violations: []} : await axe.run({include: document, exclude}, {runOnly: rules, resultTypes: ['violations']});
  const barriers = found.violations.map(v => `${v.id} – ${v.help} – ${v.nodes.map(n => n.html).join(' ')}`);
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => barriers.push(`two elements are called ${id}`));
  return {barriers, fresh: fresh.join(' ')};
}
