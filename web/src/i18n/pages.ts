// The texts that the question pages share: places in forms, and relationships as verbs.
import type { Same } from './index';

export const en = {
  pick: {
    placeholder: 'Name, pinyin or id',
    remove: 'Take away: {{of}}',
    takeOff: 'Take {{name}} off the list',
  },
  // Each relationship as a verb, read from its start (out) and from its end (in).
  verb: {
    IN_COUNTRY: { out: 'is in', in: 'is the country of' },
    LOCATED_IN: { out: 'is located in', in: 'is the place of' },
    HELD_IN: { out: 'is held in', in: 'hosts' },
    PART_OF: { out: 'is part of', in: 'has as a part' },
    PARTY_TO: { out: 'is party to', in: 'has as a party' },
    MEMBER_OF: { out: 'is a member of', in: 'has as a member' },
    LEADS: { out: 'leads', in: 'is led by' },
    GUIDES: { out: 'guides', in: 'is guided by' },
    SUPPORTS: { out: 'supports', in: 'is supported by' },
    ORGANIZED: { out: 'organized', in: 'was organized by' },
    ATTENDED: { out: 'attended', in: 'was attended by' },
    SPOKE_AT: { out: 'spoke at', in: 'had as a speaker' },
    SIGNED_AT: { out: 'was signed at', in: 'saw the signing of' },
    WORKS_FOR: { out: 'works for', in: 'has working for it' },
    ACTIVE_IN: { out: 'is active in', in: 'is a field of' },
    OPERATES_IN: { out: 'operates in', in: 'has operating in it' },
    APPROVED: { out: 'approved', in: 'was approved by' },
    ABOUT: { out: 'is a figure about', in: 'has the figure' },
    STATES: { out: 'names', in: 'is named by' },
  },
};

export const zh: Same<typeof en> = {
  pick: {
    placeholder: '名称、拼音或标识符',
    remove: '移除：{{of}}',
    takeOff: '将{{name}}移出列表',
  },
  verb: {
    IN_COUNTRY: { out: '位于', in: '境内有' },
    LOCATED_IN: { out: '坐落于', in: '当地有' },
    HELD_IN: { out: '举办于', in: '举办了' },
    PART_OF: { out: '隶属于', in: '下设' },
    PARTY_TO: { out: '为其当事方：', in: '的当事方有' },
    MEMBER_OF: { out: '加入了', in: '的成员有' },
    LEADS: { out: '牵头', in: '的牵头方有' },
    GUIDES: { out: '指导', in: '的指导方有' },
    SUPPORTS: { out: '支持', in: '的支持方有' },
    ORGANIZED: { out: '组织了', in: '的组织方有' },
    ATTENDED: { out: '参加了', in: '的参加方有' },
    SPOKE_AT: { out: '发言于', in: '的发言方有' },
    SIGNED_AT: { out: '签署于', in: '现场签署了' },
    WORKS_FOR: { out: '任职于', in: '的人员有' },
    ACTIVE_IN: { out: '从事', in: '领域内有' },
    OPERATES_IN: { out: '开展业务于', in: '境内开展业务的有' },
    APPROVED: { out: '批准了', in: '的批准方有' },
    ABOUT: { out: '这一数据关于', in: '有数据' },
    STATES: { out: '提及', in: '见于来源' },
  },
};
