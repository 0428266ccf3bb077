"""Names of places, people and products that are no slip of a word of the base."""

import re

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
_PARTIES = """
abbott accra albanese aleph amd andreessen apple asml aws azure baichuan baidu bannon bartlett
bengio bessent bezos bloom blumenthal boeing bondi bonta bores boric breton broadcom brockman
bytedance carney clinton cohere desantis devin disney draghi elevenlabs erdogan ferguson gabbard
gounardes guterres harris harvey hassabis hawley hegseth hinton hochul huang huawei hynix ibm
iflytek intel isaacs ishiba kagi kamala kaplan karpathy kennedy khan kishida kratsios krieger
krishnan lagarde lecun lemonde leyen lovable lula luxon macron mamdani manus markey meloni merz
milei mistral modi murati musk nadella navarro netanyahu netflix newsom noem nvidia obama olah
optimus oracle orban palantir patel pelosi perplexity petro pichai powell prabhakar pritzker putin
qualcomm raimondo ratcliffe reagan replika replit rubio rutte sacks salesforce samsung sanchez
sanders scholz schumer sensetime shapiro sheinbaum smic spotify starmer stepfun stoltenberg
suleyman sunak sutskever takaichi tencent tesla thiel trudeau tsmc tusk uber vance vestager
virkkunen walmart waltz warren wheeler whitmer wiener wiles windsurf xiaomi xinping yellen yoon
youngkin zelensky zhipu
"""
_MODELS = """
bard of google, bing of microsoft, codestral of mistral, copilot of microsoft, devstral of mistral,
doubao of bytedance, ernie of baidu, gemma of google, grok of xai, hunyuan of tencent,
imagen of google, jamba of ai21, kling of kuaishou, llama of meta, lyria of google,
magistral of mistral, midjourney of midjourney, minimax of minimax, mixtral of mistral,
nemotron of nvidia, olmo of ai2, pharia of aleph, pixtral of mistral, seedance of bytedance,
siri of apple, sora of openai, suno of suno, veo of google
"""
_WORDS_AS_WELL = """
adept cursor diffusion falcon firefly flux glean granite inflection mep meps nova polis runway
stability titan
"""
MODELS = {
    model: maker
    for model, _, maker in (each.partition(" of ") for each in re.split(r",\s", _MODELS.strip()))
}
"""Models and products of which the base has no entry, and the name of who makes each."""
PARTIES_AND_MODELS = frozenset(MODELS).union(_PARTIES.split())
"""People, companies and models by names that mean nothing else."""
PROPER_NAMES = PARTIES_AND_MODELS.union(*map(str.split, (_PLACES, _OUTLETS, _WORDS_AS_WELL)))
"""All of them, with countries, cities, US states and outlets: none is repaired."""
