"""Names of places, people and products that are no slip of a word of the base."""

_PLACES = """
afghan afghanistan africa alaska albania algeria andorra angola ankara antigua arabia argentina
arizona arkansas armenia asia athens atlanta auckland austin austria azerbaijan baghdad bahamas
bahrain bangalore bangkok bangladesh barbados barcelona bavaria belarus belgium belize benin
berlin bhutan bogota bolivia bosnia boston botswana brazil brunei brussels budapest bulgaria
burundi cairo cambodia cameroon caracas catalonia chad chicago chile colombia comoros congo
connecticut copenhagen croatia cuba cyprus czechia dallas delaware delhi denmark denver detroit
dhaka djibouti doha dominica dubai dublin ecuador egypt emirates eritrea estonia ethiopia faso
fiji finland florida france frankfurt gabon gambia geneva germany ghana greece grenada guatemala
guinea guyana haiti hamburg hanoi havana hawaii helsinki honduras hong houston hungary iceland
idaho indiana indonesia iowa iran iraq ireland israel istanbul italy jakarta jamaica jordan kansas
karachi kazakhstan kentucky kenya kiribati kitts kong kosovo kuwait kyiv kyoto kyrgyzstan lagos
lanka laos latvia lebanon leone lesotho liberia libya liechtenstein lima lisbon lithuania
louisiana lucia luxembourg macao macau madagascar madrid maine malawi malaysia maldives mali malta
manila maryland massachusetts mauritania mauritius melbourne mexico miami michigan micronesia
milan minnesota mississippi missouri moldova monaco mongolia montana montenegro montreal morocco
moscow mozambique mumbai munich myanmar nairobi namibia nauru nebraska nepal netherlands nevada
nicaragua niger nigeria norway ohio oklahoma oman oregon osaka oslo pakistan palau panama paraguay
paris pennsylvania perth peru philadelphia philippines poland portland portugal prague qatar
quebec quito rica riyadh romania rome russia rwanda salvador samoa santiago scotland seattle
senegal seoul serbia seychelles shanghai shenzhen singapore slovakia slovenia somalia spain
stockholm sudan suriname sweden switzerland sydney syria taipei taiwan tajikistan tanzania tehran
tennessee texas thailand timor tobago togo tome tonga toronto trinidad tunis tunisia turkey
turkmenistan tuvalu uganda ukraine uruguay uzbekistan vancouver vanuatu venezuela vermont vienna
vietnam virginia wales warsaw wisconsin wyoming yemen zambia zealand zimbabwe zurich
"""
_OUTLETS = """
axios bild bloomberg bluesky caixin economist github gitlab huggingface lmarena mastodon nikkei
nyt openrouter politico reddit reuters semafor spiegel substack techcrunch technica tiktok twitter
wapo wsj
"""
_PARTIES_AND_MODELS = """
abbott accra albanese aleph amd andreessen apple asml aws azure baichuan baidu bannon bard
bartlett bengio bessent bezos bing bloom blumenthal boeing bondi bonta bores boric breton broadcom
brockman bytedance carney clinton codestral cohere copilot desantis devin devstral disney doubao
draghi elevenlabs erdogan ernie ferguson gabbard gemma gounardes grok guterres harris harvey
hassabis hawley hegseth hinton hochul huang huawei hunyuan hynix ibm iflytek imagen intel isaacs
ishiba jamba kagi kamala kaplan karpathy kennedy khan kishida kling kratsios krieger krishnan
lagarde lecun lemonde leyen llama lovable lula luxon lyria macron magistral mamdani manus markey
meloni merz midjourney milei minimax mistral mixtral modi murati musk nadella navarro nemotron
netanyahu netflix newsom noem nvidia obama olah olmo optimus oracle orban palantir patel pelosi
perplexity petro pharia pichai pixtral powell prabhakar pritzker putin qualcomm raimondo ratcliffe
reagan replika replit rubio rutte sacks salesforce samsung sanchez sanders scholz schumer seedance
sensetime shapiro sheinbaum siri smic sora spotify starmer stepfun stoltenberg suleyman sunak suno
sutskever takaichi tencent tesla thiel trudeau tsmc tusk uber udio vance veo vestager virkkunen
walmart waltz warren wheeler whitmer wiener wiles windsurf xiaomi xinping yellen yoon youngkin
zelensky zhipu
"""
_WORDS_AS_WELL = """
adept cursor diffusion falcon firefly flux glean granite inflection mep meps nova polis runway
stability titan
"""
PARTIES_AND_MODELS = frozenset(_PARTIES_AND_MODELS.split())
"""People, companies and models by names that mean nothing else."""
PROPER_NAMES = PARTIES_AND_MODELS.union(*map(str.split, (_PLACES, _OUTLETS, _WORDS_AS_WELL)))
"""All of them, with countries, cities, US states and outlets: none is repaired."""
