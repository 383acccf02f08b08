// A message centre made of npm's smpp: it takes messages, gives their number in hexadecimal, and tells in decimal, with
// leading zeros, that they arrived. A receipt that was not acknowledged is told again on whatever line there is.
const smpp = require('smpp');

const [port, password] = process.argv.slice(2);
const sessions = new Set();
const waiting = [];
let last = 0x1a2b3c;

function two(number) {
    return String(number).padStart(2, '0');
}

function stamp(date) {
    return String(date.getFullYear()).slice(2) + two(date.getMonth() + 1) + two(date.getDate())
        + two(date.getHours()) + two(date.getMinutes());
}

function tell() {
    const session = [...sessions][Math.floor(Math.random() * sessions.size)];
    if (!session) {
        return;
    }
    for (const receipt of waiting.splice(0)) {
        session.told.add(receipt);
        session.deliver_sm(receipt, pdu => {
            if (session.told.delete(receipt) && pdu.command_status !== 0) {
                waiting.push(receipt);
            }
        });
    }
}
setInterval(tell, 20);

const server = smpp.createServer(session => {
    session.on('bind_transceiver', pdu => {
        if (pdu.password !== password) {
            session.send(pdu.response({command_status: smpp.ESME_RINVPASWD}));
            session.close();
            return;
        }
        session.send(pdu.response({system_id: 'node'}));
        session.told = new Set();
        sessions.add(session);
    });
    session.on('submit_sm', pdu => {
        const id = ++last;
        session.send(pdu.response({message_id: id.toString(16).toUpperCase()}));
        const now = stamp(new Date());
        const stat = pdu.destination_addr.endsWith('99') ? 'UNDELIV' : 'DELIVRD';
        const err = stat === 'UNDELIV' ? '027' : '000';
        waiting.push({
            esm_class: smpp.ESM_CLASS.MC_DELIVERY_RECEIPT,
            source_addr_ton: 1,
            source_addr_npi: 1,
            source_addr: pdu.destination_addr,
            destination_addr: pdu.source_addr,
            short_message: `id:${String(id).padStart(10, '0')} sub:001 dlvrd:001 submit date:${now} `
                + `done date:${now} stat:${stat} err:${err} text:`,
        });
    });
    session.on('enquire_link', pdu => session.send(pdu.response()));
    session.on('unbind', pdu => {
        session.send(pdu.response());
        session.close();
    });
    const gone = () => {
        if (sessions.delete(session)) {
            waiting.push(...session.told);
        }
    };
    session.on('close', gone);
    session.on('error', gone);
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready ' + server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
