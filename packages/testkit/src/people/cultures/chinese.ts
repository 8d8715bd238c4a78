import type { Culture } from '../culture.ts';
import { type NamePart, readParts } from '../spelling.ts';

const FAMILIES =
  readParts(`Bai:白 Bao:鲍 Cao:曹 Cen:岑 Chai:柴 Chen:陈 Cheng:程 Cui:崔 Dai:戴 Deng:邓 Ding:丁 Dong:董 Du:杜
  Duan:段 Fan:范 Fang:方 Feng:冯 Fu:傅 Gao:高 Ge:葛 Gong:龚 Gu:顾 Guan:管 Guo:郭 Han:韩 Hao:郝 He:何 Hong:洪 Hou:侯 Hu:胡
  Huang:黄 Jia:贾 Jiang:蒋 Jin:金 Kang:康 Kong:孔 Lei:雷 Li:李 Liang:梁 Liao:廖 Lin:林 Ling:凌 Liu:刘 Long:龙 Lu:陆 Luo:罗
  Lyu/Lu:吕 Ma:马 Mao:茅 Meng:孟 Miao:苗 Mo:莫 Ni:倪 Pan:潘 Pang:庞 Peng:彭 Qi:齐 Qian:钱 Qiao:乔 Qin:秦 Qiu:邱 Ren:任 Shao:邵
  Shen:沈 Shi:施 Song:宋 Su:苏 Sun:孙 Tan:谭 Tang:唐 Tao:陶 Tian:田 Tong:童 Wan:万 Wang:王 Wei:魏 Wen:温 Wu:吴 Xia:夏 Xiang:向
  Xiao:萧 Xie:谢 Xiong:熊 Xu:徐 Xue:薛 Yan:颜 Yang:杨 Yao:姚 Ye:叶 Yi:易 Yin:尹 You:尤 Yu:余 Yuan:袁 Yue:岳 Zeng:曾 Zhang:张
  Zhao:赵 Zheng:郑 Zhong:钟 Zhou:周 Zhu:朱 Zhuang:庄 Zou:邹 Ouyang:欧阳 Shangguan:上官 Sima:司马 Zhuge:诸葛`);
const SYLLABLES =
  readParts(`An:安 Bin:斌 Bo:博 Chang:昌 Chao:超 Chun:春 Da:达 De:德 Dong:冬 En:恩 Fei:飞 Feng:峰 Fu:福 Gang:刚
  Guang:光 Gui:贵 Hai:海 Hao:浩 He:鹤 Heng:恒 Hong:红 Hua:华 Hui:慧 Ji:吉 Jia:佳 Jian:建 Jie:杰 Jing:静 Jun:军 Kai:凯 Ke:克
  Kun:坤 Lan:兰 Lei:磊 Li:丽 Lian:莲 Liang:亮 Lin:琳 Ling:玲 Long:隆 Mei:梅 Min:敏 Ming:明 Na:娜 Nan:楠 Ning:宁 Peng:鹏 Ping:平
  Qi:琪 Qiang:强 Qing:青 Rong:荣 Rui:瑞 Shan:珊 Sheng:胜 Shu:淑 Shun:顺 Song:松 Tao:涛 Ting:婷 Wei:伟 Wen:文 Xia:霞 Xiang:祥
  Xiao:晓 Xin:新 Xiu:秀 Xue:雪 Yan:燕 Yang:阳 Yi:义 Ying:英 Yong:勇 Yu:玉 Yuan:远 Yue:月 Yun:云 Ze:泽 Zhen:珍 Zheng:正 Zhi:志
  Zhong:忠 Zhuo:卓 Zi:子`);

export const chinese: Culture = {
  nationalities: ['CHN', 'CHN', 'CHN', 'CHN', 'CHN', 'SGP'],
  script: 'Hani',
  compose: (random) => {
    const first = random.pick(SYLLABLES);
    const given: NamePart = random.chance(0.8) ? joinSyllables(first, random.pick(SYLLABLES)) : first;
    return { given, family: random.pick(FAMILIES) };
  },
  writeOriginal: (name) => name.family.original + name.given.original,
};

function joinSyllables(first: NamePart, second: NamePart): NamePart {
  return {
    original: first.original + second.original,
    latin: first.latin + second.latin.toLowerCase(),
    variant: `${first.latin} ${second.latin}`,
  };
}
