import type { Shape } from './find-problem.js';

const leaf0 = {"type":"string","pattern":"^20(\\d\\d-(?!02-(29|3)|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])|([02468][048]|[13579][26])-02-29)T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?Z$","description":"a UTC time in ISO 8601, 2000 to 2099"};
const leaf1 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,63}$","description":"an id of a-z, 0-9 and -, at most 64"};
const leaf2 = {"type":"string","maxLength":80};
const leaf3 = {"type":"string","maxLength":2048};
const leaf4 = {"enum":["operational","degraded_performance","partial_outage","major_outage","under_maintenance","unknown"]};
const leaf5 = {"type":"integer","minimum":0};
const leaf6 = {"type":"number","minimum":0,"maximum":9007199254740991};
const leaf7 = {"type":"integer","minimum":60,"maximum":86400};
const leaf8 = {"type":"string","maxLength":300};
const leaf9 = {"type":"string","maxLength":120};
const leaf10 = {"type":"string","maxLength":128};
const leaf11 = {"enum":["investigating","identified","monitoring","resolved"]};
const leaf12 = {"enum":["none","minor","major","critical","maintenance"]};
const leaf13 = {"enum":["community","official","archive"]};
const leaf14 = {"type":"string","maxLength":2000};

/** The feed's schema as plain data. Generated from `schema.ts` by `npm run generate`; do not edit. */
export const feedShape: Shape = {"type":"object","properties":{"version":{"const":1},"generatedAt":leaf0,"maxAgeSeconds":{"type":"integer","minimum":1,"maximum":86400},"service":{"type":"object","properties":{"id":leaf1,"name":leaf2,"kind":leaf2,"url":leaf3},"optional":["kind","url"]},"status":leaf4,"since":{"anyOf":[leaf0]},"verdict":{"enum":["all_clear","official_only","community_only","confirmed","unknown"]},"community":{"anyOf":[{"type":"object","properties":{"status":leaf4,"reportCount":leaf5,"recoveredCount":leaf5,"typicalCount":leaf6,"windowSeconds":leaf7,"reports":{"enum":["paused","open"]},"series":{"type":"object","properties":{"startAt":leaf0,"stepSeconds":leaf7,"counts":{"maxItems":288,"type":"array","items":leaf5},"typical":{"maxItems":288,"type":"array","items":leaf6}}},"categories":{"maxItems":24,"type":"array","items":{"type":"object","properties":{"id":leaf1,"label":leaf2,"description":leaf8,"reportCount":leaf5,"share":{"type":"number","minimum":0,"maximum":1}},"optional":["description"]}}},"optional":["recoveredCount","reports"]}]},"official":{"anyOf":[{"type":"object","properties":{"status":leaf4,"name":leaf9,"url":leaf3,"indicator":leaf4,"affected":{"type":"object","properties":{"count":leaf5,"total":leaf5,"names":{"maxItems":10,"type":"array","items":leaf9}},"optional":["total"]},"unknownReason":{"enum":["lists_nothing","sub_pages"]},"checkedAt":leaf0,"incidents":{"maxItems":20,"type":"array","items":{"type":"object","properties":{"id":leaf10,"title":leaf8,"status":leaf11,"impact":leaf12,"startedAt":{"anyOf":[leaf0]},"endedAt":{"anyOf":[leaf0]},"source":leaf13,"url":leaf3},"optional":["url"]}}},"optional":["name","url","indicator","affected","unknownReason"]}]},"incidents":{"maxItems":10,"type":"array","items":{"type":"object","properties":{"id":leaf10,"title":leaf8,"status":leaf11,"impact":leaf12,"startedAt":{"anyOf":[leaf0]},"endedAt":{"anyOf":[leaf0]},"source":leaf13,"url":leaf3},"optional":["url"]}},"guide":{"type":"object","properties":{"about":leaf14,"steps":{"maxItems":24,"type":"array","items":{"type":"object","properties":{"id":leaf1,"title":{"type":"string","maxLength":160},"text":{"type":"string","maxLength":1200}}}},"faq":{"maxItems":40,"type":"array","items":{"type":"object","properties":{"question":leaf8,"answer":leaf14}}}},"optional":["about"]},"related":{"maxItems":12,"type":"array","items":{"type":"object","properties":{"id":leaf1,"name":leaf2,"status":leaf4}}}},"optional":["guide"]};
