const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Lower case, with the last full stop. Abbreviations that are also plain words (`art.`, `so.`) are left out on purpose. */
export const abbreviations = words(`
  abb. abg. abs. abt. adm. allg. anm. apl. art. aufl. az. bd. bde. beisp. ber. bes. betr. bf. bhf. br. bspw. bsp. bzgl. bzw. ca. cf. chr. co. corp.
  d.h. d.i. d.j. ders. dgl. dies. dipl. dipl.-ing. dr. dres. dt. e.v. ebd. ed. ehem. eig. einschl. engl. entspr. erg. etc. ev. evtl. ff. fr.
  franz. frz. gebr. geb. gem. gen. gest. ggf. ggfs. grds. griech. hbf. hg. hl. hr. hrn. hrsg. i.a. i.d.r. i.v. inc. incl. ing. inkl. insbes.
  int. ital. jh. jhd. jr. jun. kap. kath. kgl. lat. lt. ltd. lt.-col. m.a. m.e. max. med. mill. min. mind. mio. mr. mrd. mrs. ms. mt. mwst. nachf. nat. nr.
  nrn. o.ä. o.g. od. ord. orig. österr. p.m. a.m. phil. pkt. prof. prot. reg. rer. russ. s.a. s.o. s.u. sen. sog. sogen. sr. st. std. stellv. str. svw. tel. tgl.
  u.a. u.ä. u.s. u.u. usw. uvm. v.a. v.chr. n.chr. vgl. vol. vors. vs. wg. z.b. z.t. z.zt. zit. zt. ztr. zz. zzgl. gouv. gen.-sek. col. lt. sgt. maj. brig. rev.
  jan. feb. febr. apr. aug. sept. okt. nov. dez. mo. di. mi. do. fr. sa.
  z. u. v. d. i. s. o. e. n.
`)

export const finalAbbreviations = words(
  'usw. etc. uvm. co. inc. corp. ltd. jr. u.ä. o.ä. ff. chr. v.chr. n.chr. a.m. p.m. mio. mrd. e.v.',
)
